import * as z from 'zod';
import { plusMinutes } from '#domain/instant.ts';
import { command } from '#domain/tickets/command.ts';
import { statesWhere } from '#domain/tickets/states.ts';
import { DutyStepNumber } from '#domain/tickets/ticket.ts';

/** When a call that the phone provider did not take is tried again. */
const PUT_OFF_MINUTES = 1;

/** The provider took no call: nobody was rung, so the same step is taken again. */
export const putOffDuty = command({
  name: 'put-off-duty',
  from: statesWhere(({ clocks }) => clocks === 'run'),
  to: 'unchanged',
  roles: ['system'],
  input: z.strictObject({ step: DutyStepNumber }),
  event: 'duty-put-off',
  says: { step: DutyStepNumber },
  isDone: ({ duty }, { step }) =>
    duty?.takenBy !== undefined || duty?.steps.length !== step || duty.steps.at(-1)?.putOff === true,
  change: ({ duty }, { step }, { at }) => {
    const steps = (duty?.steps ?? []).map((one, place) => (place === step - 1 ? { ...one, putOff: true } : one));
    return { ticket: { duty: { ...duty, steps, nextAt: plusMinutes(at, PUT_OFF_MINUTES) } }, event: { step } };
  },
});
