import * as z from 'zod';
import { command } from '#domain/tickets/command.ts';
import { statesWhere } from '#domain/tickets/states.ts';
import { RefusalCodeOfProvider } from '#domain/tickets/ticket.ts';

/** The reporter was rung so often in vain, or has a number that can't be rung at all, that nobody will ring again. */
export const leaveReporter = command({
  name: 'leave-reporter',
  from: statesWhere(({ awaitsRating }) => awaitsRating),
  to: 'unchanged',
  roles: ['system'],
  get input() {
    return z.strictObject({ refused: RefusalCodeOfProvider.optional() });
  },
  event: 'reporter-unreached',
  get says() {
    return { refused: RefusalCodeOfProvider.optional() };
  },
  isDone: ({ reporterCalls }) => reporterCalls?.unreached === true,
  change: ({ reporterCalls }, { refused }) => ({
    ticket: {
      reporterCalls: { tries: reporterCalls?.tries ?? [], unreached: true, ...(refused !== undefined && { refused }) },
    },
    event: refused === undefined ? {} : { refused },
  }),
});
