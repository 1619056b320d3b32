import { dayLimit, dayOf, nextDayAfter } from '#domain/district/day-limits.ts';
import type { District } from '#domain/district/district.ts';
import { Refusal } from '#domain/errors.ts';
import { minutesBetween, plusMinutes } from '#domain/instant.ts';
import type { Circumstances } from '#domain/tickets/circumstances.ts';
import type { Intake } from '#domain/tickets/open-ticket.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import type { CountedOpening, IdempotencyMark, TicketStore } from '#ports/ticket-store.ts';
import { completeJoined, joinTicket } from './join-ticket.ts';
import { type IntakeNeeds, openUnlessHeldBack, phoneKeyOf, type Taken } from './take-intake.ts';

/** What is needed to open a ticket for somebody who may open so many on a day. */
export interface LimitedNeeds extends IntakeNeeds {
  store: Pick<TicketStore, 'open' | 'get' | 'commit' | 'join'>;
}

/** For so long words of danger of one reporter belong to the ticket that is open. */
const SAME_DANGER_MINUTES = 30;

/** So often a ticket that stood in the way of an opening can't take it in: then others open tickets in the same name at this moment. */
const MOST_ATTEMPTS = 5;

/** Who opens tickets: the telephone that calls, or the account; undefined where neither is known. */
const reporterOf = ({ channel, phoneKey, reporterKey }: Intake): string | undefined => {
  if (channel !== 'phone') return reporterKey;
  return phoneKey === undefined ? undefined : `phone:${phoneKey}`;
};

/** So many tickets of a day are theirs. */
const limitOf = ({ channel }: Intake, district: District): number =>
  dayLimit(channel === 'phone' ? 'ticketsOfNumber' : 'ticketsOfAccount', district);

/** What an opening counts against: for one in danger the dangers of a moment ago, for all others those of the day. */
const countedAs = (intake: Intake, { at }: Circumstances, district: District) => {
  const of = reporterOf(intake);
  const ofDay = { hasAlready: limitOf(intake, district), onDay: dayOf(district, at) };
  const inDanger = { hasDangerSince: plusMinutes(at, -SAME_DANGER_MINUTES) };
  return ({ urgent }: Ticket, seen: string | undefined): CountedOpening | undefined =>
    of === undefined ? undefined : { of, unless: urgent ? inDanger : ofDay, seen };
};

const tooManyToday = ({ at }: Circumstances, district: District): Refusal =>
  new Refusal('too-many-today', undefined, [], Math.ceil(minutesBetween(at, nextDayAfter(district, at)) * 60));

/**
 * Opens a ticket within the limits of a day. A danger is always kept: it joins the ticket of a like danger that the same
 * reporter told of a moment ago, or opens one. So is what may be a danger, and what is told by phone: where the reporter has so many
 * tickets of this day, it joins the newest one, or opens one after all if that can't take it in. Else it is refused,
 * `too-many-today`. Throws the Refusals of takeIntake.
 */
export const takeWithinLimits = async (
  told: Intake,
  mark: IdempotencyMark,
  circumstances: Circumstances,
  needs: LimitedNeeds,
): Promise<Taken> => {
  const { district, phoneKeys } = needs;
  const intake: Intake = { ...told, phoneKey: await phoneKeyOf(told, phoneKeys) };
  const counted = countedAs(intake, circumstances, district);
  let seen: string | undefined;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const taken = await openUnlessHeldBack(intake, mark, circumstances, needs, (ticket) => counted(ticket, seen));
    if (!('outcome' in taken)) {
      // What else a call tells, and when, is known to its own story.
      const isLate = taken.replayed && taken.joined && intake.channel !== 'phone';
      return isLate ? { ...taken, ticket: await completeJoined(taken.ticket, intake, circumstances, needs) } : taken;
    }
    const { ticket: wanted, newest } = taken;
    const isKept = wanted.urgent || wanted.danger !== undefined || intake.channel === 'phone';
    if (!isKept) throw tooManyToday(circumstances, district);
    const isOneOfMany = taken.counted >= limitOf(intake, district);
    const joined = await joinTicket(newest, { intake, wanted, mark, isOneOfMany }, circumstances, needs);
    if (joined) return joined;
    seen = newest;
  }
  const taken = await openUnlessHeldBack(intake, mark, circumstances, needs, () => undefined);
  if ('outcome' in taken) throw new Error('an opening that counts for nobody was held back');
  return taken;
};
