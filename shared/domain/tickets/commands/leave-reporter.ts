import * as z from 'zod';
import { command } from '#domain/tickets/command.ts';
import { statesWhere } from '#domain/tickets/states.ts';

/** The reporter was rung so often in vain that nobody will ring again. */
export const leaveReporter = command({
  name: 'leave-reporter',
  from: statesWhere(({ awaitsRating }) => awaitsRating),
  to: 'unchanged',
  roles: ['system'],
  get input() {
    return z.strictObject({});
  },
  event: 'reporter-unreached',
  says: {},
  isDone: ({ reporterCalls }) => reporterCalls?.unreached === true,
  change: ({ reporterCalls }) => ({
    ticket: { reporterCalls: { tries: reporterCalls?.tries ?? [], unreached: true } },
    event: {},
  }),
});
