import * as z from 'zod';
import { command } from '#domain/tickets/command.ts';
import { statesWhere } from '#domain/tickets/states.ts';

/** The caller wishes not to be known, after the ticket was opened: 匿名, or 保密. What was hidden stays so. */
export const hideReporter = command({
  name: 'hide-reporter',
  from: statesWhere(({ clocks }) => clocks !== 'stop'),
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
