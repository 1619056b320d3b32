import * as z from 'zod';
import { Instant } from '#domain/instant.ts';
import { once } from '#domain/once.ts';
import { Precedence } from './precedence.ts';

/** So many places are kept: nobody turns a page while a ticket moves more often. */
export const MOST_PLACES = 4;

/** Where a ticket stood in lists before something moved it, and until when. */
export const StoodAt = once(() => z.looseObject({ until: Instant, precedence: Precedence, dueAt: Instant.optional() }));
export type StoodAt = z.infer<ReturnType<typeof StoodAt>>;
