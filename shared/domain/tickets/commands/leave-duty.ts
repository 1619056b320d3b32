import * as z from 'zod';
import { command } from '#domain/tickets/command.ts';
import { statesWhere } from '#domain/tickets/states.ts';

/** Everybody on duty was rung in vain, or nobody has duty. */
export const leaveDuty = command({
  name: 'leave-duty',
  from: statesWhere(({ isClosed }) => !isClosed),
  to: 'unchanged',
  roles: ['system'],
  get input() {
    return z.strictObject({});
  },
  event: 'duty-unanswered',
  says: {},
  isDone: ({ duty }) => duty?.takenBy !== undefined || duty?.unanswered === true,
  change: ({ duty }) => {
    const { steps = [], dropped, begunAt } = duty ?? {};
    return { ticket: { duty: { steps, dropped, begunAt, unanswered: true } }, event: {} };
  },
});
