import type { DangerNote } from '#domain/district/danger/danger-note.ts';
import type { District } from '#domain/district/district.ts';
import { localTime, offsetMinutes } from '#domain/instant.ts';
import type { Circumstances } from '#domain/tickets/circumstances.ts';
import { type Intake, openTicket } from '#domain/tickets/open-ticket.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { MOST_MORE_DIGITS, randomParts, ticketNumber } from '#domain/tickets/ticket-number.ts';
import type { RandomBelow } from '#ports/clock.ts';
import type { PhoneKeys } from '#ports/phone-keys.ts';
import type { CountedOpening, HeldBack, IdempotencyMark, TicketStore } from '#ports/ticket-store.ts';

/** So many collisions in a row are chance; more of them mean that few numbers of this length are left on that day. */
const DRAWS = 3;

/** What is needed to open a ticket. */
export interface IntakeNeeds {
  store: Pick<TicketStore, 'open'>;
  phoneKeys: PhoneKeys;
  district: District;
  randomBelow: RandomBelow;
}

/** What came of an intake: its ticket, which was there before if it was `replayed`, and which another intake opened if it was `joined`. */
export interface Taken {
  ticket: Ticket;
  replayed: boolean;
  joined: boolean;
  /** What the intake itself says of danger: a ticket that it joined, or that was there before, may speak of another one. */
  danger: DangerNote | undefined;
}

/** The reporter's telephone by its key, if one is known. */
export const phoneKeyOf = async ({ contact }: Pick<Intake, 'contact'>, phoneKeys: PhoneKeys): Promise<string | undefined> =>
  contact?.phone === undefined ? undefined : phoneKeys.of(contact.phone);

/** Opens a ticket in one write as takeIntake does, unless that is held back by what it counts against. */
export const openUnlessHeldBack = async (
  intake: Intake,
  mark: IdempotencyMark,
  circumstances: Circumstances,
  { store, district, randomBelow }: Omit<IntakeNeeds, 'phoneKeys'>,
  countedAs: (ticket: Ticket) => CountedOpening | undefined,
): Promise<Taken | (HeldBack & { ticket: Ticket })> => {
  const { day } = localTime(circumstances.at, offsetMinutes(district.utcOffset));
  for (let draw = 0; draw < DRAWS * (MOST_MORE_DIGITS + 1); draw += 1) {
    const more = Math.floor(draw / DRAWS);
    const number = ticketNumber(district.letters, day, randomBelow(randomParts(more)), more);
    const change = openTicket(intake, number, district, circumstances);
    const { ticket } = change;
    const opening = await store.open(change, mark, countedAs(ticket));
    if (opening.outcome === 'opened') return { ticket, replayed: false, joined: false, danger: ticket.danger };
    if (opening.outcome === 'replayed')
      return { ticket: opening.ticket, replayed: true, joined: opening.joined, danger: ticket.danger };
    if (opening.outcome === 'held-back') return { ...opening, ticket };
  }
  throw new Error('no free ticket number was found, however long');
};

/**
 * Opens a ticket in one write, drawing another number when the first is taken, in the end a longer one. Sent again with the
 * same mark it gives the same ticket, `replayed`. It counts for nobody. Throws Refusals of openTicket and
 * `idempotency-key-reused`.
 */
export const takeIntake = async (
  intake: Intake,
  mark: IdempotencyMark,
  circumstances: Circumstances,
  needs: IntakeNeeds,
): Promise<Taken> => {
  const phoneKey = await phoneKeyOf(intake, needs.phoneKeys);
  const taken = await openUnlessHeldBack({ ...intake, phoneKey }, mark, circumstances, needs, () => undefined);
  if ('outcome' in taken) throw new Error('an opening that counts for nobody was held back');
  return taken;
};
