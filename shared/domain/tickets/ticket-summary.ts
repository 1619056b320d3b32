import * as z from 'zod';
import { Instant } from '#domain/instant.ts';
import { TicketFacts } from './said.ts';
import { factsOf } from './states.ts';

/** A ticket in a list: what a list shows and filters by, and of what was said only the beginning. */
export const TicketSummary = z.object({
  ...TicketFacts.pick({
    number: true,
    version: true,
    state: true,
    kind: true,
    category: true,
    channel: true,
    area: true,
    department: true,
    unit: true,
    urgent: true,
    danger: true,
    cards: true,
    openedAt: true,
    phoneKey: true,
    excerpt: true,
  }).shape,
  /** When the limit runs out that is the next one; absent when its clocks have stopped. */
  dueAt: Instant.optional(),
});
export type TicketSummary = z.infer<typeof TicketSummary>;

/** When the next limit of a ticket runs out; undefined when its clocks have stopped. */
export const nextDue = (ticket: Pick<TicketFacts, 'state' | 'schedule'>): Instant | undefined => {
  const { clocks, isAccepted } = factsOf(ticket);
  if (clocks === 'stop') return undefined;
  return isAccepted ? ticket.schedule.handle.at : ticket.schedule.accept.at;
};

/** How a list shows a ticket. */
export const summaryOf = (facts: TicketFacts): TicketSummary => TicketSummary.parse({ ...facts, dueAt: nextDue(facts) });
