import * as z from 'zod';
import { Refusal } from '#domain/errors.ts';
import { command } from '#domain/tickets/command.ts';
import { statesWhere } from '#domain/tickets/states.ts';
import { Addition, MOST_ADDITIONS } from '#domain/tickets/ticket.ts';

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
  change: (ticket, { text }, { at }) => {
    if (ticket.additions.length >= MOST_ADDITIONS) throw new Refusal('too-many-additions');
    return { ticket: { additions: [...ticket.additions, { text, at }] }, event: { text } };
  },
});
