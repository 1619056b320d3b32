import * as z from 'zod';
import { command } from '#domain/tickets/command.ts';
import { refuseDanger } from '#domain/tickets/danger-told.ts';
import { Reason } from '#domain/tickets/ticket-texts.ts';

/** 撤回: the reporter no longer asks for it. It stops every clock and leaves the denominators. Refuses `danger-told`. */
export const withdraw = command({
  name: 'withdraw',
  from: ['received', 'dispatched', 'accepted', 'returned'],
  to: 'withdrawn',
  roles: ['resident'],
  get input() {
    return z.strictObject({ reason: Reason.optional() });
  },
  event: 'withdrawn',
  get says() {
    return { reason: z.string().optional() };
  },
  isDone: ({ state }) => state === 'withdrawn',
  change: (ticket, { reason }, { at, district }) => {
    refuseDanger(ticket, reason, district);
    return { ticket: { closedAt: at }, event: reason === undefined ? {} : { reason } };
  },
});
