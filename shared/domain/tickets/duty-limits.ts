import * as z from 'zod';
import type { Duty } from '#domain/district/district.ts';
import { Instant, plusMinutes } from '#domain/instant.ts';
import { DutyStepNumber } from './ticket.ts';
import { TicketNumber } from './ticket-number.ts';

/** A call to a duty telephone: when, for which step of which ticket's ladder, and whose ticket that is. */
export const DutyRing = z.object({ at: Instant, ticket: TicketNumber, step: DutyStepNumber, reporter: z.string() });
export type DutyRing = z.infer<typeof DutyRing>;

/** So often a duty telephone is rung for many reporters in an hour, if the district does not say otherwise. */
const MOST_RINGS_AN_HOUR = 12;

/** So many tickets one call tells of beside its own; what is more waits for the next call. */
export const MOST_TOLD_WITH = 50;

/** The calls of the hour before `at`: those before it count no more. */
export const ringsOfHour = (rings: readonly DutyRing[], at: Instant): DutyRing[] =>
  rings.filter((ring) => ring.at > plusMinutes(at, -60));

/** The calls but for that of this step: it may be taken once more. */
export const ringsOfOthers = (rings: readonly DutyRing[], { ticket, step }: Pick<DutyRing, 'ticket' | 'step'>): DutyRing[] =>
  rings.filter((ring) => ring.ticket !== ticket || ring.step !== step);

/** Whether a telephone is rung so often that one call tells of all that waits for it, not of one reporter's tickets alone. */
export const isBusy = (rings: readonly DutyRing[], { mostRingsAnHour = MOST_RINGS_AN_HOUR }: Duty, at: Instant): boolean =>
  ringsOfHour(rings, at).length >= mostRingsAnHour;

/**
 * Whether a duty telephone is not to be rung yet for a ticket. After a call for the same reporter it has
 * the time between two steps, and twice as long after each further one in the hour. So one reporter, however many tickets
 * they file, takes few of the calls of an hour, and holds back nobody but themselves. Only a telephone that many reporters
 * ring has that time after each call.
 */
export const isHeld = (rings: readonly DutyRing[], ring: Omit<DutyRing, 'at'>, duty: Duty, at: Instant): boolean => {
  const others = ringsOfOthers(ringsOfHour(rings, at), ring);
  const own = others.filter(({ reporter }) => reporter === ring.reporter);
  const isWithin = (last: DutyRing | undefined, minutes: number): boolean =>
    last !== undefined && at < plusMinutes(last.at, minutes);
  if (isWithin(own.at(-1), duty.minutesBetweenSteps * 2 ** (own.length - 1))) return true;
  return isBusy(others, duty, at) && isWithin(others.at(-1), duty.minutesBetweenSteps);
};
