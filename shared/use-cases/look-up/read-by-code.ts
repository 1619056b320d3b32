import type { District } from '#domain/district/district.ts';
import { Busy, Refusal } from '#domain/errors.ts';
import { isGood, type LookUp, triedOnce, usedOnce } from '#domain/tickets/look-up.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import type { Clock } from '#ports/clock.ts';
import type { Touched } from '#ports/ports.ts';
import { filedWith } from './filed-with.ts';
import { lookedUp, type Typed } from './looked-up.ts';

/** More than the tries of a code: who is refused so often was always overtaken by a try. */
const MOST_ATTEMPTS = 8;

/** What it takes to read a ticket by a code. */
export const readingTouches = {
  lookUps: ['get', 'replace'],
  lookUpCodes: ['of'],
  phoneKeys: ['of'],
  store: ['get', 'contact'],
} as const;

/** A code as people type it: full-width digits, and blanks between. */
const digitsOf = (typed: string): string => typed.normalize('NFKC').replace(/\D/g, '');

/** Writes that the ticket was read by the code that was seen. One that was asked for since is not marked. */
const markUsed = async (
  counted: LookUp,
  { lookUps, now }: Touched<{ lookUps: ['get', 'replace'] }> & { now: Clock },
): Promise<void> => {
  let seen: LookUp | undefined = counted;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    if (seen?.askedAt !== counted.askedAt || seen.usedAt !== undefined) return;
    if ((await lookUps.replace(seen, usedOnce(seen, now()))) === 'written') return;
    seen = await lookUps.get(counted);
  }
  throw new Busy('a code was tried by others again and again');
};

/**
 * Somebody without an account reads the ticket for which a code was texted. A try is counted before anybody learns whether
 * it was right, so that many at once are no more tries than one after the other. It is used when the ticket has been read,
 * and stays good for a moment after that: what fails on the way to the reader costs a try, and not the code. Throws the
 * Refusals of `lookedUp`, and `code-not-right` alike for a wrong code, for one that is used, too old or tried too often, and
 * where there is no such ticket.
 */
export const readByCode = async (
  { body: { code, ...typed } }: { body: Typed & { code: string } },
  needs: Touched<typeof readingTouches> & { district: District; now: Clock },
): Promise<Ticket> => {
  const { lookUps, lookUpCodes, now } = needs;
  const of = await lookedUp(typed, needs);
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const seen = await lookUps.get(of);
    if (!seen || !isGood(seen, now())) throw new Refusal('code-not-right');
    const isRight = digitsOf(code) === (await lookUpCodes.of(seen));
    const counted = triedOnce(seen);
    if ((await lookUps.replace(seen, counted)) === 'conflict') continue;
    // Who guesses a code that was texted to nobody has found no ticket.
    const filed = isRight ? await filedWith(of, needs) : undefined;
    if (typeof filed !== 'object') throw new Refusal('code-not-right');
    await markUsed(counted, needs);
    return filed.ticket;
  }
  throw new Busy('a code was tried by others again and again');
};
