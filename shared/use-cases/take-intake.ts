import type { District } from '#domain/district/district.ts';
import { localTime, offsetMinutes } from '#domain/instant.ts';
import type { Circumstances } from '#domain/tickets/circumstances.ts';
import { type Intake, openTicket } from '#domain/tickets/open-ticket.ts';
import { nationalNumber, type Ticket } from '#domain/tickets/ticket.ts';
import { RANDOM_PARTS, ticketNumber } from '#domain/tickets/ticket-number.ts';
import type { RandomBelow } from '#ports/clock.ts';
import type { PhoneKeys } from '#ports/phone-keys.ts';
import type { IdempotencyMark, TicketStore } from '#ports/ticket-store.ts';

/** A day has 100,000 numbers and hundreds of tickets: so many collisions in a row mean that something is broken. */
const MOST_DRAWS = 20;

/** What is needed to open a ticket. */
export interface IntakeNeeds {
  store: Pick<TicketStore, 'open'>;
  phoneKeys: PhoneKeys;
  district: District;
  randomBelow: RandomBelow;
}

/**
 * Opens a ticket in one write, drawing another number when the first is taken. Sent again with the same mark it gives
 * the same ticket, `replayed`. Throws Refusals of openTicket and `idempotency-key-reused`.
 */
export const takeIntake = async (
  intake: Intake,
  mark: IdempotencyMark,
  circumstances: Circumstances,
  { store, phoneKeys, district, randomBelow }: IntakeNeeds,
): Promise<{ ticket: Ticket; replayed: boolean }> => {
  const { day } = localTime(circumstances.at, offsetMinutes(district.utcOffset));
  const phone = intake.contact?.phone;
  const phoneKey = phone === undefined ? undefined : await phoneKeys.of(nationalNumber(phone));
  for (let draw = 0; draw < MOST_DRAWS; draw += 1) {
    const number = ticketNumber(district.letters, day, randomBelow(RANDOM_PARTS));
    const change = openTicket({ ...intake, phoneKey }, number, district, circumstances);
    const opening = await store.open(change, mark);
    if (opening.outcome === 'opened') return { ticket: change.ticket, replayed: false };
    if (opening.outcome === 'replayed') return { ticket: opening.ticket, replayed: true };
  }
  throw new Error(`no free ticket number was found in ${MOST_DRAWS} draws`);
};
