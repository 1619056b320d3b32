import * as z from 'zod';
import { command } from '#domain/tickets/command.ts';
import { statesWhere } from '#domain/tickets/states.ts';

/** Links what the caller said, once its recording lies in our bucket. */
export const record = command({
  name: 'record',
  from: statesWhere(({ takesRecordings }) => takesRecordings),
  to: 'unchanged',
  roles: ['system'],
  get input() {
    return z.strictObject({ recording: z.string().max(500) });
  },
  event: 'recorded',
  get says() {
    return { recording: z.string() };
  },
  tells: (_, { recording }) => ({ recording }),
  // The first one that was named stays: it is what the caller was asked to leave.
  isDone: (ticket) => ticket.recording !== undefined,
  change: (_, { recording }) => ({ ticket: {}, event: { recording } }),
});
