import * as z from 'zod';
import { graver, noteOf } from '#domain/district/danger/danger-note.ts';
import { understandDanger } from '#domain/district/danger/understand-danger.ts';
import type { District } from '#domain/district/district.ts';
import { scheduleOf } from '#domain/district/limits.ts';
import { Refusal } from '#domain/errors.ts';
import { command, type TicketChanges } from '#domain/tickets/command.ts';
import { factsOf, statesWhere } from '#domain/tickets/states.ts';
import { Addition, MOST_ADDITIONS, type Ticket } from '#domain/tickets/ticket.ts';

/** What becomes of a ticket whose reporter adds that somebody is in danger, or may be: its clocks are those of danger. */
const dangerAdded = (ticket: Ticket, text: string, district: District): TicketChanges => {
  const register = ticket.channel === 'phone' ? 'spoken' : 'written';
  const danger = graver(ticket.danger, noteOf(understandDanger(district, text, register)));
  if (danger === ticket.danger || factsOf(ticket).clocks === 'stop') return {};
  const urgent = ticket.urgent || danger?.outcome === 'danger';
  return { danger, urgent, ...(urgent !== ticket.urgent && { schedule: scheduleOf(district, { ...ticket, urgent }) }) };
};

/** The reporter adds something; the phone's self-service does it for the person on the line. Refuses `too-many-additions`. */
export const add = command({
  name: 'add',
  from: statesWhere(({ takesAdditions }) => takesAdditions),
  to: 'unchanged',
  roles: ['resident', 'system'],
  input: z.strictObject({ text: Addition }),
  event: 'added',
  says: { text: z.string() },
  isDone: (ticket, { text }) => ticket.additions.some((addition) => addition.text === text),
  change: (ticket, { text }, { at, district }) => {
    if (ticket.additions.length >= MOST_ADDITIONS) throw new Refusal('too-many-additions');
    const additions = [...ticket.additions, { text, at }];
    return { ticket: { additions, ...dangerAdded(ticket, text, district) }, event: { text } };
  },
});
