import * as z from 'zod';
import { command } from '#domain/tickets/command.ts';
import { factsOf } from '#domain/tickets/states.ts';

/** 签收: the department takes it. */
export const accept = command({
  name: 'accept',
  from: ['dispatched'],
  to: 'accepted',
  roles: ['department'],
  input: z.strictObject({}),
  event: 'accepted',
  says: {},
  // Work that is delivered once more after it was done must not be a mistake of the department.
  isDone: (ticket) => factsOf(ticket).isAccepted,
  change: (_ticket, _input, { at }) => ({ ticket: { acceptedAt: at }, event: {} }),
});
