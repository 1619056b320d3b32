import type { Instant } from '#domain/instant.ts';
import { Precedence, precedenceOf } from '#domain/tickets/precedence.ts';
import { MOST_PLACES, type StoodAt } from '#domain/tickets/stood-at.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { nextDue, type TicketSummary } from '#domain/tickets/ticket-summary.ts';

/** How a list is ordered: danger first and then by age, or by what is due next. */
export type ListOrder = 'age' | 'due';

type Placed = Pick<TicketSummary, 'number' | 'openedAt' | 'urgent' | 'danger' | 'dueAt' | 'stood'>;

/** Where a ticket stands in a list: texts that sort, part by part. */
export type Place = readonly [first: string, second: string, number: string];

/** Comes after every instant. */
const NEVER = '~';

/** Where a ticket stood at a moment: lists go on by this, so that what moves meanwhile comes neither twice nor never. */
export const placeAt = (ticket: Placed, order: ListOrder, at: Instant): Place => {
  const { number, openedAt, stood = [] } = ticket;
  const then = stood.find(({ until }) => until > at) ?? { precedence: precedenceOf(ticket), dueAt: ticket.dueAt };
  if (order === 'due') return [then.dueAt ?? NEVER, openedAt, number];
  return [String(Precedence.options.indexOf(then.precedence)), openedAt, number];
};

/** Compares two places, as `sort` wants it. */
export const inOrder = (one: Place, other: Place): number => {
  for (const [part, text] of one.entries()) {
    const against = other[part] ?? '';
    if (text !== against) return text < against ? -1 : 1;
  }
  return 0;
};

/** The places where a ticket stood before a change that is written at a moment, the oldest first; nothing where it has not moved. */
export const stoodBefore = (before: Ticket, after: Ticket, writtenAt: Instant): Pick<Ticket, 'stood'> => {
  const place = (ticket: Ticket) => ({ precedence: precedenceOf(ticket), dueAt: nextDue(ticket).dueAt });
  const [was, is] = [place(before), place(after)];
  if (was.precedence === is.precedence && was.dueAt === is.dueAt) return {};
  const { precedence, dueAt } = was;
  const left: StoodAt = { until: writtenAt, precedence, ...(dueAt !== undefined && { dueAt }) };
  return { stood: [...(before.stood ?? []), left].slice(-MOST_PLACES) };
};
