import type { Day, Instant } from '#domain/instant.ts';
import type { Change } from '#domain/tickets/change.ts';
import type { Contact, Ticket } from '#domain/tickets/ticket.ts';
import type { TicketEvent } from '#domain/tickets/ticket-event.ts';
import type { TicketSummary } from '#domain/tickets/ticket-summary.ts';
import type { WentFrom } from '#domain/tickets/went-from.ts';

/** Marks a request as taken, so that sending it again finds the same ticket. */
export interface IdempotencyMark {
  /** Whose key it is: `user:<person>`, `call:twilio`. Two people may use the same key. */
  scope: string;
  key: string;
  /** Digest of the request; the same key with another digest is a mistake of the sender. */
  digest: string;
}

/** An opening among those of one account or telephone. */
export interface CountedOpening {
  /** Who: `user:<person>`, or `phone:<key of the telephone>`. */
  of: string;
  /** When nothing is opened: they have so many of a day of the district, or one in danger since a moment. */
  unless: { hasAlready: number; onDay: Day } | { hasDangerSince: Instant };
  /** A ticket of theirs that was seen, and may stand in the way no more. */
  seen?: string | undefined;
}

/** What stands in the way of an opening: so many others were counted, and this is the newest. */
export interface HeldBack {
  outcome: 'held-back';
  counted: number;
  newest: string;
}

/**
 * What became of an opening. `replayed`: the mark was there, this is its ticket, which the same request `joined` if it did
 * not open it. `number-taken`: draw another one.
 */
export type Opening =
  | { outcome: 'opened' }
  | { outcome: 'replayed'; ticket: Ticket; joined: boolean }
  | { outcome: 'number-taken' }
  | HeldBack;

/** What became of joining a ticket. `conflict`: it has changed, and nothing was written. */
export type Joining = { outcome: 'joined' } | (Opening & { outcome: 'replayed' }) | { outcome: 'conflict' };

/** Keeps tickets, their events and contacts. Every method that writes does so in one transaction or not at all. */
export interface TicketStore {
  /**
   * Writes ticket, event, mark (and contact), and counts it. Two at once can't pass a count together. Throws Refusal
   * `idempotency-key-reused` when the mark's digest differs.
   */
  open(change: Change, mark: IdempotencyMark, counted?: CountedOpening): Promise<Opening>;
  /** Writes that this ticket is the one of the mark, and a change as commit does if there is one. Throws as open does. */
  join(into: { number: string; at: Instant; change?: Change | undefined }, mark: IdempotencyMark): Promise<Joining>;
  /** Writes a change if the ticket still is as it was seen; `conflict` when it is not, and nothing was written. */
  commit(change: Change): Promise<'committed' | 'conflict'>;
  /** Reads a ticket as last written. */
  get(number: string): Promise<Ticket | undefined>;
  contact(number: string): Promise<Contact | undefined>;
  /** The number of the ticket that a request opened; undefined when it opened none. */
  numberOf(mark: Pick<IdempotencyMark, 'scope' | 'key'>): Promise<string | undefined>;
  /** All events of a ticket, oldest first. */
  events(number: string): Promise<TicketEvent[]>;
}

/** One page of a list. The cursor is opaque, absent on the last page, and stays good while tickets are written. */
export interface Page<T> {
  items: T[];
  /** How many rows were passed over because they can't be read: somebody must look at them. */
  unreadable: number;
  cursor?: string;
}

/** Tickets of a list, and how many rows were passed over because they can't be read. */
export interface Listed {
  items: TicketSummary[];
  unreadable: number;
}

/** A ticket as it is now, and the departments that had it before, with the moments at which it went. */
export interface ChangedTicket {
  ticket: TicketSummary;
  wentFrom: WentFrom[];
}

/** Finds tickets. What was written a moment ago may be missing for as long. Throws Refusal `cursor-invalid`. */
export interface TicketLists {
  /** A person's own, newest first. */
  ofReporter(key: string, page: { size: number; cursor?: string | undefined }): Promise<Page<TicketSummary>>;
  /** All that are open, in no order. */
  allOpen(): Promise<Listed>;
  /** All whose clocks have stopped and that were opened in a month (`2026-11`), in no order. */
  doneIn(month: string): Promise<Listed>;
  /** Each ticket of which something was recorded between two moments, as it is now; `too-many` where they are more than so many. */
  changedSince(since: Instant, until: Instant, most: number): Promise<ChangedTicket[] | 'too-many'>;
}

/**
 * What tickets wait for. Danger to people keeps clocks, and a place in the due index, of its own. `reporters` are to be
 * rung and asked what became of their matter. `duty` are those for which somebody on duty is to be rung: they are in
 * danger, or it is in doubt whether they are.
 */
export type DueKind = 'urgent' | 'ordinary' | 'reporters' | 'duty';

/** Finds tickets whose time has come. Costs by what is due, not by how many tickets there are. */
export interface DueIndex {
  /**
   * Numbers of the urgent tickets, or of all others, whose next mark is at or before `until`, or of those whose reporters
   * are to be rung by then: at most `most` of each shard, earliest first. They are asked for apart, because at night only
   * the urgent ones are looked at: what waits for the morning can't stand before them. `duty` are those for which somebody
   * is to be rung by then, whatever their marks; no other kind depends on that.
   */
  due(which: DueKind, until: Instant, most: number): Promise<string[]>;
}
