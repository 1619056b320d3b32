import * as z from 'zod';
import { command } from '#domain/tickets/command.ts';
import { DutyStepNumber } from '#domain/tickets/duty-calls.ts';
import { isStepOf, stepNumbered } from '#domain/tickets/duty-steps.ts';
import { statesWhere } from '#domain/tickets/states.ts';

/** 接办: somebody on duty pressed 1. Nobody else is rung; the department has still to accept the ticket. */
export const takeDuty = command({
  name: 'take-duty',
  from: statesWhere(({ isClosed }) => !isClosed),
  to: 'unchanged',
  roles: ['system'],
  get input() {
    return z.strictObject({ step: DutyStepNumber });
  },
  event: 'duty-taken',
  get says() {
    return { step: DutyStepNumber, name: z.string() };
  },
  isDone: ({ duty }, { step }) => duty?.takenBy !== undefined || !isStepOf(duty, step),
  change: ({ duty }, { step }) => {
    const { steps = [], dropped, begunAt } = duty ?? {};
    const takenBy = stepNumbered(duty, step)?.name ?? '';
    return { ticket: { duty: { steps, dropped, begunAt, takenBy, takenIn: step } }, event: { step, name: takenBy } };
  },
});
