import * as z from 'zod';
import { command } from '#domain/tickets/command.ts';
import { TicketState } from '#domain/tickets/states.ts';

/** The caller wishes not to be known, after the ticket was opened, or even done: 匿名, or 保密. What was hidden stays so. */
export const hideReporter = command({
  name: 'hide-reporter',
  from: TicketState.options,
  to: 'unchanged',
  roles: ['system'],
  get input() {
    return z.strictObject({ confidential: z.boolean() });
  },
  event: 'reporter-hidden',
  get says() {
    return { confidential: z.boolean() };
  },
  isDone: ({ reporter }, { confidential }) => reporter.anonymous && (reporter.confidential === true || !confidential),
  change: ({ reporter }, { confidential }) => ({
    ticket: { reporter: { ...reporter, anonymous: true, ...(confidential && { confidential }) } },
    event: { confidential },
  }),
});
