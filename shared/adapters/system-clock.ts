import { randomInt } from 'node:crypto';
import type { Clock, RandomBelow } from '#ports/clock.ts';

/** The machine's clock. */
export const systemClock: Clock = () => new Date().toISOString();

/** Random numbers fit for secrets: ticket numbers can't be guessed in order. */
export const secureRandomBelow: RandomBelow = (limit) => randomInt(limit);
