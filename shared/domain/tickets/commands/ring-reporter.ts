import * as z from 'zod';
import { calendarOf } from '#domain/district/calendar.ts';
import { command } from '#domain/tickets/command.ts';
import { statesWhere } from '#domain/tickets/states.ts';

/** Which try it is, from 1. */
const Attempt = z.int().min(1);

/** 回访: the hotline rings the reporter. The try is written before the telephone rings. */
export const ringReporter = command({
  name: 'ring-reporter',
  from: statesWhere(({ awaitsRating }) => awaitsRating),
  to: 'unchanged',
  roles: ['system'],
  get input() {
    return z.strictObject({ attempt: Attempt });
  },
  event: 'reporter-rung',
  get says() {
    return { attempt: Attempt };
  },
  isDone: ({ reporterCalls }, { attempt }) => (reporterCalls?.tries.length ?? 0) >= attempt,
  change: ({ reporterCalls }, { attempt }, { at, district }) => {
    const nextAt = calendarOf(district).plusWorkingMinutes(at, district.phone.askReporter.everyWorkingMinutes).at;
    return { ticket: { reporterCalls: { tries: [...(reporterCalls?.tries ?? []), at], nextAt } }, event: { attempt } };
  },
});
