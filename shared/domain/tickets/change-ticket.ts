import type * as z from 'zod';
import type { District } from '#domain/district/district.ts';
import { Refusal } from '#domain/errors.ts';
import type { Change } from './change.ts';
import type { Circumstances } from './circumstances.ts';
import type { CommandRules } from './command.ts';
import { type Command, commands } from './commands.ts';
import { happenedBy } from './happened.ts';
import { stoodBefore } from './lists/place-in-list.ts';
import { saidOf, withoutAbsent } from './said.ts';
import type { Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';
import type { Role } from './ticket-words.ts';
import { maySee } from './visibility.ts';
import { goneFromDepartment } from './went-from.ts';

/** Any of the commands; which one it is, and that its input is of its form, the type Command has said already. */
type AnyRules = CommandRules<string, readonly Role[], z.ZodObject, string, z.ZodRawShape>;

/**
 * Carries a command out on a ticket: gives the change to write, or `already-done` when the ticket shows that it was
 * carried out before. Throws a Refusal: `role-not-allowed`, `ticket-unknown` (also for a ticket that the actor may not
 * see), `state-not-allowed`, or what the command itself refuses.
 */
export const changeTicket = (
  ticket: Ticket,
  { action, ...input }: Command,
  district: District,
  { at, recordedAt = at, actor, correlationId }: Circumstances,
): Change | 'already-done' => {
  const rules = commands[action] as unknown as AnyRules;
  if (!rules.roles.includes(actor.role)) throw new Refusal('role-not-allowed');
  if (!maySee(ticket, actor)) throw new Refusal('ticket-unknown');
  if (rules.isDone(ticket, input, { at, district })) return 'already-done';
  if (!rules.from.includes(ticket.state)) throw new Refusal('state-not-allowed');

  const { ticket: changes, event: details } = rules.change(ticket, input, { at, district });
  const { number, openedAt } = ticket;
  const version = ticket.version + 1;
  const state = rules.to === 'unchanged' ? ticket.state : rules.to;
  const facts = { ...ticket, ...changes, state, version };
  const event = {
    ...details,
    type: rules.event,
    id: `${number}.${version}`,
    number,
    version,
    at,
    recordedAt,
    openedAt,
    actor,
    correlationId,
    ...(facts.department !== undefined && { department: facts.department }),
  } as TicketEvent;
  const { dangerWords: _, comment: __, ...said } = rules.tells?.(saidOf(ticket), event) ?? {};
  const changed = withoutAbsent({ ...facts, ...said, history: [...ticket.history, happenedBy(event)] });
  const moved = { ...stoodBefore(ticket, changed, recordedAt), ...goneFromDepartment(ticket, changed, recordedAt) };
  const after = { ...changed, ...moved };
  return { seen: { version: ticket.version, states: rules.from }, ticket: after, event };
};
