import { dayLimit, dayOf, nextDayAfter } from '#domain/district/day-limits.ts';
import type { District } from '#domain/district/district.ts';
import { Busy, Refusal } from '#domain/errors.ts';
import { minutesBetween } from '#domain/instant.ts';
import { askedFor } from '#domain/tickets/look-up.ts';
import type { Clock } from '#ports/clock.ts';
import type { Touched } from '#ports/ports.ts';
import { lookedUp, type Typed } from './looked-up.ts';

/** Two who ask for the same at once are rare. */
const MOST_ATTEMPTS = 5;

/** What it takes to ask for a code: nothing of any ticket. */
export const askingTouches = { lookUps: ['get', 'ask'], phoneKeys: ['of'] } as const;

/**
 * Somebody without an account asks for a code. It looks at no ticket: what it does, how long that takes and what it answers
 * is the same whether or not there is one. Throws the Refusals of `lookedUp`, and `too-many-codes` for so many of one number
 * and telephone on a day.
 */
export const askForCode = async (
  { body, correlationId }: { body: Typed; correlationId: string },
  needs: Touched<typeof askingTouches> & { district: District; now: Clock },
): Promise<void> => {
  const { lookUps, district, now } = needs;
  const of = await lookedUp(body, needs);
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const at = now();
    const seen = await lookUps.get(of);
    const becomes = askedFor(seen, of, at, { day: dayOf(district, at), most: dayLimit('codesOfTicket', district) });
    if (becomes === 'on-its-way') return;
    if (becomes === 'too-many') {
      const seconds = Math.ceil(minutesBetween(at, nextDayAfter(district, at)) * 60);
      throw new Refusal('too-many-codes', undefined, [], seconds);
    }
    if ((await lookUps.ask(seen, becomes, correlationId)) === 'written') return;
  }
  throw new Busy('a code was asked for by others again and again');
};
