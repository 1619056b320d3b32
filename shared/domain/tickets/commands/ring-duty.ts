import { plusMinutes } from '#domain/instant.ts';
import { once } from '#domain/once.ts';
import { command } from '#domain/tickets/command.ts';
import { type DutyCalls, DutyStep, DutyStepNumber } from '#domain/tickets/duty-calls.ts';
import { isTaken, numberOfPlace, stepNumbered, withStep } from '#domain/tickets/duty-steps.ts';
import { statesWhere } from '#domain/tickets/states.ts';

/**
 * Which step of the ladder it is, from 1, whose number, whose name, and the number as staff may see it; of which other
 * tickets the call tells, or whose call it is that tells of this one.
 */
const Rung = once(() =>
  DutyStep().pick({ of: true, name: true, phone: true, also: true, more: true, with: true }).extend({ step: DutyStepNumber }),
);

const NONE: DutyCalls = { steps: [] };

/** 值班: the hotline rings somebody on duty. The step is written before the telephone rings. */
export const ringDuty = command({
  name: 'ring-duty',
  from: statesWhere(({ isClosed }) => !isClosed),
  to: 'unchanged',
  roles: ['system'],
  get input() {
    return Rung();
  },
  event: 'duty-rung',
  get says() {
    return Rung().shape;
  },
  isDone: ({ duty = NONE }, { step }) =>
    duty.takenBy !== undefined || isTaken(duty, step) || numberOfPlace(duty, duty.steps.length) < step,
  change: ({ duty = NONE }, { step, ...rung }, { at, district }) => {
    const again = { ...stepNumbered(duty, step), also: undefined, more: undefined, ...rung, at, putOff: undefined };
    const steps = withStep(duty, step, again);
    const nextAt = plusMinutes(at, district.duty.minutesBetweenSteps);
    return { ticket: { duty: { steps, dropped: duty.dropped, begunAt: duty.begunAt, nextAt } }, event: { step, ...rung } };
  },
});
