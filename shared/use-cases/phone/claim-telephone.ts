import type { District } from '#domain/district/district.ts';
import type { Instant } from '#domain/instant.ts';
import type { Telephone } from '#domain/telephone/telephone.ts';
import { freeFrom, isBusy, ringsOfHour, ringsOfOthers } from '#domain/tickets/duty-limits.ts';
import type { Clock } from '#ports/clock.ts';
import type { DutyRings, SeenRings } from '#ports/duty-rings.ts';
import type { PhoneKeys } from '#ports/phone-keys.ts';

/** The step of a ticket's ladder for which a telephone is to be rung, and whose ticket it is. */
export interface Claim {
  number: string;
  phone: Telephone;
  step: number;
  reporter: string;
}

/** What is needed to count the calls to a telephone. */
export interface ClaimNeeds {
  dutyRings: DutyRings;
  phoneKeys: PhoneKeys;
  district: District;
  now: Clock;
}

/** Two runs at once are rare. */
const MOST_ATTEMPTS = 5;

/** Writes the calls to a telephone, decided on as they are now. Gives false where there is nothing to write. */
const change = async (
  phone: Telephone,
  decide: (seen: SeenRings) => SeenRings['rings'] | undefined,
  { dutyRings, phoneKeys }: ClaimNeeds,
) => {
  const telephone = await phoneKeys.of(phone);
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const seen = await dutyRings.of(telephone);
    const rings = decide(seen);
    if (rings === undefined) return false;
    if ((await dutyRings.replace(telephone, seen, rings)) === 'replaced') return true;
  }
  throw new Error('the calls to a duty telephone change faster than they can be read');
};

/**
 * Writes that a duty telephone is about to be rung for a ticket. `isForAll`: it is rung very often, so that this call tells
 * of all that wait for it. Gives from when it may be rung where it may not yet, which is `soonest` if it `isOverdue`.
 */
export const claimTelephone = async (
  { number, phone, step, reporter }: Claim,
  isOverdue: boolean,
  needs: ClaimNeeds,
): Promise<{ isForAll: boolean } | { from: Instant; soonest: Instant }> => {
  const { duty } = needs.district;
  const at = needs.now();
  const mine = { ticket: number, step, reporter };
  let free: ReturnType<typeof freeFrom> = { from: at, soonest: at };
  let isForAll = false;
  const ring = ({ rings }: SeenRings): SeenRings['rings'] | undefined => {
    const others = ringsOfOthers(ringsOfHour(rings, at), mine);
    isForAll = isBusy(others, duty, at);
    free = freeFrom(others, mine, duty, at);
    return (isOverdue ? free.soonest : free.from) > at ? undefined : [...others, { at, ...mine }];
  };
  return (await change(phone, ring, needs)) ? { isForAll } : free;
};

/** Takes a claim back: the telephone was not rung. */
export const unclaimTelephone = async ({ phone, number, step }: Claim, needs: ClaimNeeds): Promise<void> => {
  await change(phone, ({ rings }) => ringsOfOthers(rings, { ticket: number, step }), needs);
};
