import * as z from 'zod';
import { command } from '#domain/tickets/command.ts';
import { DutyStepNumber } from '#domain/tickets/duty-calls.ts';
import { stepNumbered, withStep } from '#domain/tickets/duty-steps.ts';
import { statesWhere } from '#domain/tickets/states.ts';

/** The provider will not ring this duty number: the next one is rung at once. */
export const refuseDuty = command({
  name: 'refuse-duty',
  from: statesWhere(({ isClosed }) => !isClosed),
  to: 'unchanged',
  roles: ['system'],
  get input() {
    return z.strictObject({ step: DutyStepNumber });
  },
  event: 'duty-refused',
  get says() {
    return { step: DutyStepNumber, name: z.string() };
  },
  isDone: ({ duty }, { step }) => duty?.takenBy !== undefined || stepNumbered(duty, step)?.refused !== undefined,
  change: ({ duty }, { step }, { at }) => {
    const found = stepNumbered(duty, step);
    if (duty === undefined || found === undefined) return { ticket: {}, event: { step, name: '' } };
    const steps = withStep(duty, step, { ...found, refused: true });
    return { ticket: { duty: { ...duty, steps, nextAt: at } }, event: { step, name: found.name } };
  },
});
