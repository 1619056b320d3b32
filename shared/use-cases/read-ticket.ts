import type { District } from '#domain/district/district.ts';
import { Refusal } from '#domain/errors.ts';
import type { Actor } from '#domain/tickets/circumstances.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { maySee } from '#domain/tickets/visibility.ts';
import type { TicketStore } from '#ports/ticket-store.ts';
import { numberAsTyped } from './act-on-ticket.ts';

/**
 * A person reads one ticket. Throws Refusal `ticket-number-mistyped`, and `ticket-unknown` alike for a number that does
 * not exist and for a ticket that is none of theirs.
 */
export const readTicket = async (
  { params, caller }: { params: { number: string }; caller: Actor },
  { store, district }: { store: Pick<TicketStore, 'get'>; district: District },
): Promise<Ticket> => {
  const ticket = await store.get(numberAsTyped(params.number, district));
  if (!ticket || !maySee(ticket, caller)) throw new Refusal('ticket-unknown');
  return ticket;
};
