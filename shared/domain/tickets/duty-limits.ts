import * as z from 'zod';
import type { Duty } from '#domain/district/district.ts';
import { Instant, plusMinutes } from '#domain/instant.ts';
import { DutyStepNumber } from './duty-calls.ts';
import { TicketNumber } from './ticket-number.ts';

/** A call to a duty telephone: when, for which step of which ticket's ladder, and whose ticket that is. */
export const DutyRing = z.object({ at: Instant, ticket: TicketNumber, step: DutyStepNumber, reporter: z.string() });
export type DutyRing = z.infer<typeof DutyRing>;

/** So often a duty telephone is rung for many reporters in an hour, if the district does not say otherwise. */
const MOST_RINGS_AN_HOUR = 12;

/** Two clocks are never so far apart: what is later than that was written by a wrong one. */
const CLOCKS_APART_MINUTES = 3;

/** The calls of the hour before `at`: those before it count no more, nor those that a wrong clock wrote into the future. */
export const ringsOfHour = (rings: readonly DutyRing[], at: Instant): DutyRing[] =>
  rings.filter((ring) => ring.at > plusMinutes(at, -60) && ring.at <= plusMinutes(at, CLOCKS_APART_MINUTES));

/** The calls but for that of this step: it may be taken once more. */
export const ringsOfOthers = (rings: readonly DutyRing[], { ticket, step }: Pick<DutyRing, 'ticket' | 'step'>): DutyRing[] =>
  rings.filter((ring) => ring.ticket !== ticket || ring.step !== step);

/** Whether a telephone is rung so often that one call tells of all that waits for it, not of one reporter's tickets alone. */
export const isBusy = (rings: readonly DutyRing[], { mostRingsAnHour = MOST_RINGS_AN_HOUR }: Duty, at: Instant): boolean =>
  ringsOfHour(rings, at).length >= mostRingsAnHour;

/** Before every moment. */
const EVER: Instant = '';

/** The longest that a ticket is held: calls of before the last hour count no more. */
export const LONGEST_HOLD_MINUTES = 60;

/**
 * From when a duty telephone may be rung for a ticket. After a call for the same reporter it has the time between two
 * steps, and twice as long after each further one in the hour. So one reporter, however many tickets they file, takes few
 * of the calls of an hour, and holds back nobody but themselves. Only a telephone that many reporters ring has that time
 * after each call. `soonest` is when it may be rung for a danger of which nobody was told in time: somebody may have made
 * those other calls in its reporter's name.
 */
export const freeFrom = (
  rings: readonly DutyRing[],
  ring: Omit<DutyRing, 'at'>,
  duty: Duty,
  at: Instant,
): { from: Instant; soonest: Instant } => {
  const others = ringsOfOthers(ringsOfHour(rings, at), ring);
  const own = others.filter(({ reporter }) => reporter === ring.reporter);
  const after = (calls: readonly DutyRing[], minutes: number): Instant => {
    const last = calls
      .map((call) => call.at)
      .sort()
      .at(-1);
    return last === undefined ? EVER : plusMinutes(last, Math.min(minutes, LONGEST_HOLD_MINUTES));
  };
  const gap = duty.minutesBetweenSteps;
  const latest = (...instants: Instant[]): Instant => instants.sort().at(-1) ?? EVER;
  const ofAll = isBusy(others, duty, at) ? after(others, gap) : EVER;
  return { from: latest(ofAll, after(own, gap * 2 ** (own.length - 1))), soonest: latest(ofAll, after(own, gap)) };
};
