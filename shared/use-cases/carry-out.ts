import type { District } from '#domain/district/district.ts';
import { Refusal } from '#domain/errors.ts';
import { changeTicket } from '#domain/tickets/change-ticket.ts';
import type { Circumstances } from '#domain/tickets/circumstances.ts';
import type { Command } from '#domain/tickets/commands.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import type { TicketStore } from '#ports/ticket-store.ts';

/** Two writers at one ticket are rare, three in a row are a storm. */
const MOST_ATTEMPTS = 5;

/** Decides on a ticket as it is now what is to be done; undefined for nothing. Called anew when somebody else was first. */
export type Decide = (ticket: Ticket) => Command | undefined;

/**
 * Reads a ticket, decides, writes; begins again when the ticket changed in between. Gives the ticket as it then is, and
 * whether this call changed it. Throws Refusal `ticket-unknown`, `ticket-changed-meanwhile`, and those of changeTicket.
 */
export const carryOut = async (
  number: string,
  decide: Decide,
  circumstances: Circumstances,
  { store, district }: { store: Pick<TicketStore, 'get' | 'commit'>; district: District },
): Promise<{ ticket: Ticket; changed: boolean }> => {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const ticket = await store.get(number);
    if (!ticket) throw new Refusal('ticket-unknown');
    const command = decide(ticket);
    const change = command ? changeTicket(ticket, command, district, circumstances) : 'already-done';
    if (change === 'already-done') return { ticket, changed: false };
    if ((await store.commit(change)) === 'committed') return { ticket: change.ticket, changed: true };
  }
  throw new Refusal('ticket-changed-meanwhile');
};
