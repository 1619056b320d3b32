import type { Contact, Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';

/** One change of one ticket: what is written in one transaction, and what must still hold when it is. */
export interface Change {
  /** What the decision was made on; absent for a new ticket. */
  seen?: { version: number; states: readonly Ticket['state'][] };
  ticket: Ticket;
  event: TicketEvent;
  /** Only with a new ticket. */
  contact?: Contact;
}
