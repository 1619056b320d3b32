import * as z from 'zod';
import { Instant } from '#domain/instant.ts';
import { command } from '#domain/tickets/command.ts';
import { statesWhere } from '#domain/tickets/states.ts';

/**
 * The telephones that are left were rung for the same reporter a short while ago: this ticket waits until one may be rung,
 * or until another call tells of it.
 */
export const holdDuty = command({
  name: 'hold-duty',
  from: statesWhere(({ isClosed }) => !isClosed),
  to: 'unchanged',
  roles: ['system'],
  get input() {
    return z.strictObject({ until: Instant });
  },
  event: 'duty-held',
  get says() {
    return { until: Instant };
  },
  isDone: ({ duty }, { until }) => duty?.nextAt === undefined || duty.nextAt >= until,
  change: ({ duty }, { until }) => ({ ticket: { duty: { steps: [], ...duty, nextAt: until, held: true } }, event: { until } }),
});
