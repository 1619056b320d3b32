import * as z from 'zod';
import { TicketKind } from '#domain/district/kinds.ts';
import { scheduleOf } from '#domain/district/limits.ts';
import { Refusal } from '#domain/errors.ts';
import { command } from '#domain/tickets/command.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';

const Input = z.strictObject({
  department: z.string().min(1),
  /** The routing rule that named the department, or `by-hand`. */
  rule: z.string().min(1),
  kind: TicketKind.optional(),
  category: z.string().min(1).optional(),
});

/** A dispatch may also say that the matter is of another kind or about something else. */
const corrects = (ticket: Ticket, { kind = ticket.kind, category = ticket.category }: z.output<typeof Input>): boolean =>
  kind !== ticket.kind || category !== ticket.category;

/** 派单: the centre names the department. Refuses `department-unknown`, `category-unknown`. */
export const dispatch = command({
  name: 'dispatch',
  from: ['received', 'returned'],
  to: 'dispatched',
  roles: ['agent', 'system'],
  input: Input,
  event: 'dispatched',
  says: { rule: z.string() },
  isDone: (ticket, input) =>
    ticket.state === 'dispatched' &&
    ticket.department === input.department &&
    ticket.rule === input.rule &&
    !corrects(ticket, input),
  change: (ticket, input, { at, district }) => {
    const { department, rule, kind = ticket.kind, category = ticket.category } = input;
    if (!district.departments.some(({ id }) => id === department)) throw new Refusal('department-unknown');
    if (!district.categories.some(({ id }) => id === category)) throw new Refusal('category-unknown');
    const { urgent, openedAt } = ticket;
    const schedule = corrects(ticket, input) ? scheduleOf(district, { kind, category, urgent, openedAt }) : ticket.schedule;
    return {
      ticket: { department, rule, kind, category, unit: undefined, dispatchedAt: at, schedule },
      event: { rule },
    };
  },
});
