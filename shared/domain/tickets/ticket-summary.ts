import * as z from 'zod';
import type { DueDate } from '#domain/district/schedule.ts';
import { Instant } from '#domain/instant.ts';
import { once } from '#domain/once.ts';
import { toAcceptAgain } from './duty.ts';
import { TicketFacts } from './said.ts';
import { factsOf } from './states.ts';

/** A ticket in a list: what a list shows and filters by, and of what was said only the beginning. */
export const TicketSummary = once(() =>
  z.object({
    ...TicketFacts().pick({
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
      secrecy: true,
      stood: true,
    }).shape,
    /** When the limit runs out that is the next one; absent when its clocks have stopped. */
    dueAt: Instant.optional(),
    /** It leaves the years that the calendar covers, and may move. */
    provisional: z.literal(true).optional(),
    /** Its department has accepted it, and is to accept it once more. */
    toAcceptAgain: z.literal(true).optional(),
  }),
);
export type TicketSummary = z.infer<ReturnType<typeof TicketSummary>>;

/** When the next limit of a ticket runs out; nothing when its clocks have stopped. */
export const nextDue = (ticket: Pick<TicketFacts, 'state' | 'schedule'>): Pick<TicketSummary, 'dueAt' | 'provisional'> => {
  const { clocks, isAccepted } = factsOf(ticket);
  if (clocks === 'stop') return {};
  const { at, provisional }: z.infer<typeof DueDate> = isAccepted ? ticket.schedule.handle : ticket.schedule.accept;
  return provisional ? { dueAt: at, provisional } : { dueAt: at };
};

/** What a list shows of a ticket that its facts do not say by themselves. */
export const workedOut = (facts: Parameters<typeof toAcceptAgain>[0] & Parameters<typeof nextDue>[0]) => ({
  ...nextDue(facts),
  ...(toAcceptAgain(facts) && { toAcceptAgain: true as const }),
});

/** How a list shows a ticket. */
export const summaryOf = (facts: TicketFacts): TicketSummary => TicketSummary().parse({ ...facts, ...workedOut(facts) });
