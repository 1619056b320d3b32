import * as z from 'zod';
import { command } from '#domain/tickets/command.ts';

/** Why a reporter withdraws a matter, if they say it. */
const Reason = z.string().trim().min(1).max(500);

/** 撤回: the reporter no longer asks for it. It stops every clock and leaves the denominators. */
export const withdraw = command({
  name: 'withdraw',
  from: ['received', 'dispatched', 'accepted', 'returned'],
  to: 'withdrawn',
  roles: ['resident'],
  input: z.strictObject({ reason: Reason.optional() }),
  event: 'withdrawn',
  says: { reason: z.string().optional() },
  isDone: ({ state }) => state === 'withdrawn',
  change: (_, { reason }, { at }) => ({ ticket: { closedAt: at }, event: reason === undefined ? {} : { reason } }),
});
