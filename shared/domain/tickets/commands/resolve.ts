import * as z from 'zod';
import { calendarOf } from '#domain/district/calendar.ts';
import { command } from '#domain/tickets/command.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { Outcome } from '#domain/tickets/ticket-texts.ts';

/** Whether the hotline rings the reporter once the matter is resolved: they have a number and no app, and nobody else may pick up. */
const isAskedByPhone = ({ reporter }: Ticket): boolean =>
  reporter.key === undefined && reporter.maskedPhone !== undefined && reporter.confidential !== true;

/** 办结: the department says what was done, which stops the clocks. */
export const resolve = command({
  name: 'resolve',
  from: ['accepted'],
  to: 'resolved',
  roles: ['department'],
  get input() {
    return z.strictObject({ outcome: Outcome });
  },
  event: 'resolved',
  get says() {
    return { outcome: z.string() };
  },
  tells: (_, { outcome }) => ({ outcome }),
  isDone: (ticket, { outcome }) => ticket.resolvedAt !== undefined && ticket.outcome === outcome,
  change: (ticket, { outcome }, { at, district }) => ({
    ticket: {
      resolvedAt: at,
      ...(isAskedByPhone(ticket) && { reporterCalls: { tries: [], nextAt: calendarOf(district).nextWorkingTime(at).at } }),
    },
    event: { outcome },
  }),
});
