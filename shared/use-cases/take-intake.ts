import type { District } from '#domain/district/district.ts';
import { localTime, offsetMinutes } from '#domain/instant.ts';
import type { Circumstances } from '#domain/tickets/circumstances.ts';
import { type Intake, openTicket } from '#domain/tickets/open-ticket.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { MOST_MORE_DIGITS, randomParts, ticketNumber } from '#domain/tickets/ticket-number.ts';
import type { RandomBelow } from '#ports/clock.ts';
import type { PhoneKeys } from '#ports/phone-keys.ts';
import type { IdempotencyMark, TicketStore } from '#ports/ticket-store.ts';

/** So many collisions in a row are chance; more of them mean that few numbers of this length are left on that day. */
const DRAWS = 3;

/** What is needed to open a ticket. */
export interface IntakeNeeds {
  store: Pick<TicketStore, 'open'>;
  phoneKeys: PhoneKeys;
  district: District;
  randomBelow: RandomBelow;
}

/**
 * Opens a ticket in one write, drawing another number when the first is taken, in the end a longer one. Sent again with the
 * same mark it gives the same ticket, `replayed`. Throws Refusals of openTicket and `idempotency-key-reused`.
 */
export const takeIntake = async (
  intake: Intake,
  mark: IdempotencyMark,
  circumstances: Circumstances,
  { store, phoneKeys, district, randomBelow }: IntakeNeeds,
): Promise<{ ticket: Ticket; replayed: boolean }> => {
  const { day } = localTime(circumstances.at, offsetMinutes(district.utcOffset));
  const phone = intake.contact?.phone;
  const phoneKey = phone === undefined ? undefined : await phoneKeys.of(phone);
  for (let draw = 0; draw < DRAWS * (MOST_MORE_DIGITS + 1); draw += 1) {
    const more = Math.floor(draw / DRAWS);
    const number = ticketNumber(district.letters, day, randomBelow(randomParts(more)), more);
    const change = openTicket({ ...intake, phoneKey }, number, district, circumstances);
    const opening = await store.open(change, mark);
    if (opening.outcome === 'opened') return { ticket: change.ticket, replayed: false };
    if (opening.outcome === 'replayed') return { ticket: opening.ticket, replayed: true };
  }
  throw new Error('no free ticket number was found, however long');
};
