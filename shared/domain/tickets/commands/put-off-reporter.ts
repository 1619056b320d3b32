import * as z from 'zod';
import { calendarOf } from '#domain/district/calendar.ts';
import { nextDayAfter } from '#domain/district/day-limits.ts';
import { command } from '#domain/tickets/command.ts';
import { statesWhere } from '#domain/tickets/states.ts';

/** Which try it was, from 1. */
const Attempt = z.int().min(1);

/** When a call that did not come about is tried again, from then or from the next day on. */
const PUT_OFF_MINUTES = 15;

/** The provider took no call, or the hotline made enough on that day: the telephone did not ring at all, so it was no try. */
export const putOffReporter = command({
  name: 'put-off-reporter',
  from: statesWhere(({ awaitsRating }) => awaitsRating),
  to: 'unchanged',
  roles: ['system'],
  get input() {
    return z.strictObject({ attempt: Attempt, toNextDay: z.literal(true).optional() });
  },
  event: 'reporter-put-off',
  get says() {
    return { attempt: Attempt };
  },
  isDone: ({ reporterCalls }, { attempt }) => (reporterCalls?.tries.length ?? 0) < attempt,
  change: ({ reporterCalls }, { attempt, toNextDay }, { at, district }) => {
    const from = toNextDay ? nextDayAfter(district, at) : at;
    const nextAt = calendarOf(district).plusWorkingMinutes(from, PUT_OFF_MINUTES).at;
    return { ticket: { reporterCalls: { tries: reporterCalls?.tries.slice(0, attempt - 1) ?? [], nextAt } }, event: { attempt } };
  },
});
