import * as z from 'zod';
import { command } from '#domain/tickets/command.ts';
import { Reason } from '#domain/tickets/ticket-texts.ts';

/** 退单: the department says that it is not theirs, and why; it waits for the desk. */
export const giveBack = command({
  name: 'return',
  from: ['dispatched', 'accepted'],
  to: 'returned',
  roles: ['department'],
  get input() {
    return z.strictObject({ reason: Reason });
  },
  event: 'returned',
  get says() {
    return { reason: z.string() };
  },
  tells: ({ returns }, { department = '', reason, at }) => ({ returns: [...returns, { department, reason, at }] }),
  isDone: (ticket, { reason }) => ticket.state === 'returned' && ticket.returns.at(-1)?.reason === reason,
  // The department stays, as the one that returned it; its unit has it no more.
  change: (_, { reason }) => ({ ticket: { unit: undefined }, event: { reason } }),
});
