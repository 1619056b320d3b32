import { type Instant, plusMinutes } from '#domain/instant.ts';
import { type DutyCalls, type DutyStep, MOST_FORMER_STEPS } from './duty-calls.ts';

/*
 * The steps of a ladder have numbers, from 1, which they keep for the ticket's life: the address of a call names its step.
 * Of ladders that were left only the last steps are kept; the ticket's events have all.
 */

/** The number of the step that stands in a place of the list. */
export const numberOfPlace = (duty: Pick<DutyCalls, 'dropped'>, place: number): number => (duty.dropped ?? 0) + place + 1;

/** The step of a number; undefined where there is none, or it is kept no more. */
export const stepNumbered = (duty: DutyCalls | undefined, step: number): DutyStep | undefined =>
  duty?.steps[step - 1 - (duty.dropped ?? 0)];

/** The steps with one of them changed, or one more behind them. */
export const withStep = (duty: DutyCalls, step: number, changed: DutyStep): DutyStep[] =>
  duty.steps.toSpliced(step - 1 - (duty.dropped ?? 0), 1, changed);

/** What of a ladder stays for the one that begins after it: the steps of before keep their numbers, so that a call of then takes nothing of now. */
export const formerSteps = ({ steps, dropped = 0 }: DutyCalls): Pick<DutyCalls, 'steps' | 'dropped'> => {
  const former = steps.map((step) => ({ ...step, former: true }));
  const tooMany = Math.max(0, former.length - MOST_FORMER_STEPS);
  return { steps: former.slice(tooMany), ...(dropped + tooMany > 0 && { dropped: dropped + tooMany }) };
};

/** Whether this is a step of the ladder as it is now, not of one that was left. */
export const isStepOf = (duty: DutyCalls | undefined, step: number): boolean => {
  const found = stepNumbered(duty, step);
  return found !== undefined && found.former !== true;
};

/** Whether a step was taken; one that was put off is to be taken once more. */
export const isTaken = (duty: DutyCalls | undefined, step: number): boolean => {
  const found = stepNumbered(duty, step);
  return found !== undefined && found.putOff !== true;
};

/** After so many minutes somebody is tried again for whom the provider took no call; the last time it is the next one's turn. */
const PUT_OFF_MINUTES = [1, 2, 0] as const;

/** When somebody is rung after a call was put off, by how often it was for the same person. */
export const afterPutOff = (putOffs: number, at: Instant): Instant =>
  plusMinutes(at, PUT_OFF_MINUTES[(putOffs - 1) % PUT_OFF_MINUTES.length] ?? 0);

/** How often somebody was put off so long that all others come before them. */
export const roundsOf = (step: DutyStep | undefined): number => Math.floor((step?.putOffs ?? 0) / PUT_OFF_MINUTES.length);
