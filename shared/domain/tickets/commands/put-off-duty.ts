import * as z from 'zod';
import { command } from '#domain/tickets/command.ts';
import { DutyStepNumber } from '#domain/tickets/duty-calls.ts';
import { afterPutOff, isTaken, stepNumbered, withStep } from '#domain/tickets/duty-steps.ts';
import { statesWhere } from '#domain/tickets/states.ts';

/**
 * The provider took no call: nobody was rung, so the same step is taken again. Where it did not say whether it took one,
 * the telephone may ring once more, but not a third time: then the step stays as it is.
 */
export const putOffDuty = command({
  name: 'put-off-duty',
  from: statesWhere(({ isClosed }) => !isClosed),
  to: 'unchanged',
  roles: ['system'],
  get input() {
    return z.strictObject({ step: DutyStepNumber, mayHaveRung: z.boolean().optional() });
  },
  event: 'duty-put-off',
  get says() {
    return { step: DutyStepNumber };
  },
  isDone: ({ duty }, { step, mayHaveRung }) =>
    duty?.takenBy !== undefined ||
    !isTaken(duty, step) ||
    (mayHaveRung === true && stepNumbered(duty, step)?.mayHaveRung === true),
  change: ({ duty }, { step, mayHaveRung }, { at }) => {
    const found = stepNumbered(duty, step);
    if (duty === undefined || found === undefined) return { ticket: {}, event: { step } };
    const putOffs = (found.putOffs ?? 0) + 1;
    const steps = withStep(duty, step, { ...found, putOff: true, putOffs, ...(mayHaveRung && { mayHaveRung }) });
    return { ticket: { duty: { ...duty, steps, nextAt: afterPutOff(putOffs, at) } }, event: { step } };
  },
});
