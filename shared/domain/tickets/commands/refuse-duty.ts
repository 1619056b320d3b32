import * as z from 'zod';
import { command } from '#domain/tickets/command.ts';
import { statesWhere } from '#domain/tickets/states.ts';
import { DutyStepNumber } from '#domain/tickets/ticket.ts';

/** The provider will not ring this duty number: the next one is rung at once. */
export const refuseDuty = command({
  name: 'refuse-duty',
  from: statesWhere(({ isClosed }) => !isClosed),
  to: 'unchanged',
  roles: ['system'],
  input: z.strictObject({ step: DutyStepNumber }),
  event: 'duty-refused',
  says: { step: DutyStepNumber, name: z.string() },
  isDone: ({ duty }, { step }) => duty?.takenBy !== undefined || duty?.steps[step - 1]?.refused !== undefined,
  change: ({ duty }, { step }, { at }) => {
    const steps = (duty?.steps ?? []).map((one, place) => (place === step - 1 ? { ...one, refused: true } : one));
    return { ticket: { duty: { ...duty, steps, nextAt: at } }, event: { step, name: steps[step - 1]?.name ?? '' } };
  },
});
