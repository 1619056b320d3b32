import type { Instant } from '#domain/instant.ts';

/** The time now. */
export type Clock = () => Instant;

/** A random whole number from 0 to below `limit`, that nobody can guess. */
export type RandomBelow = (limit: number) => number;
