import type { District } from '#domain/district/district.ts';
import { isBusy, isHeld, MOST_TOLD_WITH, ringsOfHour, ringsOfOthers } from '#domain/tickets/duty-limits.ts';
import type { Clock } from '#ports/clock.ts';
import type { DutyRings, SeenRings } from '#ports/duty-rings.ts';
import type { Waiting } from './duty-waiting.ts';

/** The ticket, and the step of its ladder, for which a telephone is to be rung. */
export type Claim = Omit<Waiting, 'isAgain'> & { step: number };

interface Needs {
  dutyRings: DutyRings;
  district: District;
  now: Clock;
}

/** Two runs at once are rare. */
const MOST_ATTEMPTS = 5;

/** Writes the calls to a telephone, decided on as they are now. Gives false where there is nothing to write. */
const change = async (phone: string, decide: (seen: SeenRings) => SeenRings['rings'] | undefined, { dutyRings }: Needs) => {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const seen = await dutyRings.of(phone);
    const rings = decide(seen);
    if (rings === undefined) return false;
    if ((await dutyRings.replace(phone, seen, rings)) === 'replaced') return true;
  }
  throw new Error('the calls to a duty telephone change faster than they can be read');
};

/**
 * Writes that a duty telephone is about to be rung for a ticket, and gives the other tickets that this call tells of: its
 * reporter's, or all that wait for a telephone that is rung very often. `held`: it is not to be rung for this one yet.
 */
export const claimTelephone = async (
  { number, phone, step, reporter }: Claim,
  waiting: readonly Waiting[],
  needs: Needs,
): Promise<{ also: string[] } | 'held'> => {
  const { duty } = needs.district;
  const at = needs.now();
  const mine = { ticket: number, step, reporter };
  let isForAll = false;
  const ring = ({ rings }: SeenRings): SeenRings['rings'] | undefined => {
    const others = ringsOfOthers(ringsOfHour(rings, at), mine);
    isForAll = isBusy(others, duty, at);
    return isHeld(others, mine, duty, at) ? undefined : [...others, { at, ...mine }];
  };
  if (!(await change(phone, ring, needs))) return 'held';
  const told = waiting.filter((one) => one.number !== number && one.phone === phone && (isForAll || one.reporter === reporter));
  return { also: told.slice(0, MOST_TOLD_WITH).map((one) => one.number) };
};

/** Takes a claim back: the telephone was not rung. */
export const unclaimTelephone = async ({ phone, number, step }: Claim, needs: Needs): Promise<void> => {
  await change(phone, ({ rings }) => ringsOfOthers(rings, { ticket: number, step }), needs);
};
