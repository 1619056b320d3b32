import { useQuery } from '@tanstack/preact-query';
import { deskApi } from './api.ts';

/** As often as the list asks for changes; not while nobody looks. */
const FOLLOW_MS = 10_000;

/** How the shift stands. */
export const useShift = () => useQuery({ queryKey: ['shift'], queryFn: deskApi.shift, refetchInterval: FOLLOW_MS });
