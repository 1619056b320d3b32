import { Refusal } from '#domain/errors.ts';
import { factsAlone, nothingSaid, TicketFacts, withSaid } from '#domain/tickets/said.ts';
import { factsOf } from '#domain/tickets/states.ts';
import { Contact, Ticket } from '#domain/tickets/ticket.ts';
import { TicketEvent } from '#domain/tickets/ticket-event.ts';
import { saidIn } from '#domain/tickets/ticket-of-events.ts';
import { summaryOf } from '#domain/tickets/ticket-summary.ts';
import type { CountedOpening, DueIndex, IdempotencyMark, TicketLists, TicketStore } from '#ports/ticket-store.ts';
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

/** The openings that were counted together. */
interface Openings {
  counted: number;
  newest: string;
  newestAt: string;
}

const isHeldBack = ({ counted, newest, newestAt }: Openings, { unless, seen }: CountedOpening): boolean =>
  newest !== seen && ('onDay' in unless ? counted >= unless.hasAlready : newestAt > unless.hasDangerSince);

/** A tickets table in memory. It behaves as the real one, also in what it refuses, and forgets no mark. */
export const memoryTickets = (): MemoryTickets => {
  const tickets = new Map<string, TicketFacts>();
  const contacts = new Map<string, Contact>();
  const marks = new Map<string, { digest: string; number: string; joined: boolean }>();
  const openings = new Map<string, Openings>();
  const written: TicketEvent[] = [];
  const byNumber = new Map<string, TicketEvent[]>();

  const allEvents = (): TicketEvent[] => written.map((event) => TicketEvent.parse(copy(event)));
  // As the real table it keeps facts alone: what was said comes from the events.
  const whole = (facts: TicketFacts): Ticket => {
    const events = (byNumber.get(facts.number) ?? []).map((event) => TicketEvent.parse(copy(event)));
    return Ticket().parse(copy(withSaid(TicketFacts().parse(copy(facts)), saidIn(events))));
  };
  const write = (event: TicketEvent): void => {
    written.push(copy(event));
    byNumber.set(event.number, [...(byNumber.get(event.number) ?? []), copy(event)]);
  };
  const allTickets = (): Ticket[] => [...tickets.values()].map(whole);
  const get = async (number: string): Promise<Ticket | undefined> => {
    const facts = tickets.get(number);
    return facts && whole(facts);
  };
  const listed = (isWanted: (facts: TicketFacts) => boolean) => ({
    items: [...tickets.values()].filter(isWanted).map((facts) => summaryOf(TicketFacts().parse(copy(facts)))),
    unreadable: 0,
  });
  const onceKey = ({ scope, key }: Pick<IdempotencyMark, 'scope' | 'key'>): string => JSON.stringify([scope, key]);

  const replayed = (mark: IdempotencyMark) => {
    const { digest, number, joined = false } = marks.get(onceKey(mark)) ?? {};
    if (number === undefined) return undefined;
    if (digest !== mark.digest) throw new Refusal('idempotency-key-reused');
    return { outcome: 'replayed' as const, ticket: whole(tickets.get(number) as TicketFacts), joined };
  };
  const commit: TicketStore['commit'] = async ({ seen, ticket, event }) => {
    if (!seen) throw new Error('a change names the version that it was decided on: new tickets are opened');
    const there = tickets.get(ticket.number);
    if (there?.version !== seen.version || !seen.states.includes(there.state)) return 'conflict';
    tickets.set(ticket.number, copy(factsAlone(ticket)));
    write(event);
    return 'committed';
  };

  return {
    allTickets,
    allEvents,
    get,
    open: async ({ ticket, event, contact }, mark, counted) => {
      const before = replayed(mark);
      if (before) return before;
      if (tickets.has(ticket.number)) return { outcome: 'number-taken' };
      const countedWith = counted && JSON.stringify([counted.of, 'onDay' in counted.unless && counted.unless.onDay]);
      const others = openings.get(countedWith ?? '');
      if (counted && others && isHeldBack(others, counted)) {
        return { outcome: 'held-back', counted: others.counted, newest: others.newest };
      }
      if (countedWith !== undefined) {
        openings.set(countedWith, { counted: (others?.counted ?? 0) + 1, newest: ticket.number, newestAt: event.at });
      }
      marks.set(onceKey(mark), { digest: mark.digest, number: ticket.number, joined: false });
      tickets.set(ticket.number, copy(factsAlone(ticket)));
      write(event);
      if (contact) contacts.set(ticket.number, copy(contact));
      return { outcome: 'opened' };
    },
    join: async ({ number, change }, mark) => {
      const before = replayed(mark);
      if (before) return before;
      if (change && (await commit(change)) === 'conflict') return { outcome: 'conflict' };
      marks.set(onceKey(mark), { digest: mark.digest, number, joined: true });
      return { outcome: 'joined' };
    },
    commit,
    contact: async (number) => {
      const contact = contacts.get(number);
      return contact && Contact.parse(copy(contact));
    },
    numberOf: async ({ scope, key }) => marks.get(onceKey({ scope, key }))?.number,
    events: async (number) => allEvents().filter((event) => event.number === number),
    ofReporter: async (key, wanted) => {
      const own = [...tickets.values()].filter(({ reporter }) => reporter.key === key).map(summaryOf);
      return pageOf({ list: `of reporter ${key}`, tickets: own, newestFirst: true, rank: () => '' }, wanted);
    },
    allOpen: async () => listed(({ state }) => factsOf({ state }).clocks !== 'stop'),
    doneIn: async (month) =>
      listed(({ state, number }) => factsOf({ state }).clocks === 'stop' && `20${number.slice(2, 6)}` === month.replace('-', '')),
    changedSince: async (since, until, most) => {
      const numbers = [
        ...new Set(written.filter(({ recordedAt }) => recordedAt >= since && recordedAt <= until).map(({ number }) => number)),
      ];
      if (numbers.length > most) return 'too-many';
      return numbers.map((number) => {
        const facts = TicketFacts().parse(copy(tickets.get(number)));
        return { ticket: summaryOf(facts), wentFrom: facts.wentFrom ?? [] };
      });
    },
    due: async (which, until, most) =>
      dueTickets(
        [...tickets.values()].map((facts) => withSaid(facts, nothingSaid())),
        which,
        until,
        most,
      ),
  };
};
