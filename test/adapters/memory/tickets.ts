import { Refusal } from '#domain/errors.ts';
import { Contact, Ticket } from '#domain/tickets/ticket.ts';
import { TicketEvent } from '#domain/tickets/ticket-event.ts';
import type { DueIndex, IdempotencyMark, TicketLists, TicketStore } from '#ports/ticket-store.ts';
import { dueTickets } from './due-tickets.ts';
import { pageOf } from './ticket-pages.ts';

/** The ports of the tickets table over one table in memory, and all that is in it. */
export interface MemoryTickets extends TicketStore, TicketLists, DueIndex {
  /** Every ticket, as last written. */
  allTickets(): Ticket[];
  /** Every event in the order of writing, as the table's stream would show them. */
  allEvents(): TicketEvent[];
}

/** A copy as a row would give it back: fields that are undefined are gone. */
const copy = <T>(thing: T): T => JSON.parse(JSON.stringify(thing)) as T;

/** In the desk's lists danger stands before doubt, and both before all others. */
const rank = ({ urgent, danger }: Ticket): string => (urgent ? 'a' : danger ? 'b' : 'c');

/** A tickets table in memory. It behaves as the real one, also in what it refuses, and forgets no mark. */
export const memoryTickets = (): MemoryTickets => {
  const tickets = new Map<string, Ticket>();
  const contacts = new Map<string, Contact>();
  const marks = new Map<string, { digest: string; number: string }>();
  const written: TicketEvent[] = [];

  const allTickets = (): Ticket[] => [...tickets.values()].map((ticket) => Ticket.parse(copy(ticket)));
  const allEvents = (): TicketEvent[] => written.map((event) => TicketEvent.parse(copy(event)));
  const get = async (number: string): Promise<Ticket | undefined> => {
    const ticket = tickets.get(number);
    return ticket && Ticket.parse(copy(ticket));
  };
  const onceKey = ({ scope, key }: Pick<IdempotencyMark, 'scope' | 'key'>): string => JSON.stringify([scope, key]);

  return {
    allTickets,
    allEvents,
    get,
    open: async ({ ticket, event, contact }, mark) => {
      const { digest, number } = marks.get(onceKey(mark)) ?? {};
      if (number !== undefined) {
        if (digest !== mark.digest) throw new Refusal('idempotency-key-reused');
        return { outcome: 'replayed', ticket: (await get(number)) as Ticket };
      }
      if (tickets.has(ticket.number)) return { outcome: 'number-taken' };
      marks.set(onceKey(mark), { digest: mark.digest, number: ticket.number });
      tickets.set(ticket.number, copy(ticket));
      written.push(copy(event));
      if (contact) contacts.set(ticket.number, copy(contact));
      return { outcome: 'opened' };
    },
    commit: async ({ seen, ticket, event }) => {
      if (!seen) throw new Error('a change names the version that it was decided on: new tickets are opened');
      const there = tickets.get(ticket.number);
      if (there?.version !== seen.version || !seen.states.includes(there.state)) return 'conflict';
      tickets.set(ticket.number, copy(ticket));
      written.push(copy(event));
      return 'committed';
    },
    contact: async (number) => {
      const contact = contacts.get(number);
      return contact && Contact.parse(copy(contact));
    },
    numberOf: async ({ scope, key }) => marks.get(onceKey({ scope, key }))?.number,
    events: async (number) => allEvents().filter((event) => event.number === number),
    ofReporter: async (key, wanted) => {
      const tickets = allTickets().filter(({ reporter }) => reporter.key === key);
      return pageOf({ list: `of reporter ${key}`, tickets, newestFirst: true, rank: () => '' }, wanted);
    },
    inState: async (state, wanted) => {
      const tickets = allTickets().filter((ticket) => ticket.state === state);
      return pageOf({ list: `in state ${state}`, tickets, newestFirst: false, rank }, wanted);
    },
    due: async (which, until, most) => dueTickets(tickets.values(), which, until, most),
  };
};
