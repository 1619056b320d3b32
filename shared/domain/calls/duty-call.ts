import { awaitsDuty, dutyBrief, isStepOf } from '#domain/tickets/duty.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { goTo, notUnderstood } from './moves.ts';
import type { Answer, State } from './state.ts';

/** The ticket and the step of its ladder that an address names: `LZ261129048217-2`. */
export const partsOfDuty = (duty: string): { number: string; step: number } => {
  const [number = '', step = ''] = duty.split('-');
  return { number, step: Number(step) };
};

/** Whether who was rung in this step may still take the ticket. */
export const mayTake = (ticket: Ticket | undefined, step: number): boolean =>
  ticket !== undefined && isStepOf(ticket.duty, step) && awaitsDuty(ticket);

/** What is known when a call to who is on duty begins, kept so that it can be told again. */
export const dutyFacts = (duty: string, ticket: Ticket | undefined): Answer => {
  const { number, step } = partsOfDuty(duty);
  const known = { number, step: String(step) };
  if (!ticket || !mayTake(ticket, step)) return known;
  const more = ticket.duty?.steps[step - 1]?.also?.length;
  return { ...known, awaits: 'yes', ...dutyBrief(ticket), ...(more !== undefined && { more: String(more) }) };
};

/** How a call to who is on duty begins: it asks whether they take the ticket, unless somebody has it by now. */
export const beginDuty = (nothing: State, { number = '', step, awaits, area = '', place, matter, more = '0' }: Answer): State => {
  const called: State = { ...nothing, agents: false };
  if (awaits !== 'yes') return goTo(called, 'over', { notice: 'duty-over' });
  const duty = { number, step: Number(step), area, place, matter, more: Number(more) };
  return goTo({ ...called, duty }, 'duty', { notice: 'duty', ...duty });
};

/** Who is on duty answers. Whoever was not ready yet is told all of it again. */
export const answerDuty = (state: State, answer: Answer, choice: string | undefined): State => {
  if (choice === 'take')
    return answer.awaits === 'yes' ? goTo(state, 'duty-taken') : goTo(state, 'over', { notice: 'duty-over' });
  const again = notUnderstood(state, answer);
  if (again.question !== 'duty' || state.duty === undefined) return again;
  return { ...again, notices: [...again.notices, { notice: 'duty', ...state.duty }] };
};

/** The step of a ladder that a call takes, once somebody pressed 1. */
export const takenBy = ({ question, duty }: State): State['duty'] => (question === 'duty-taken' ? duty : undefined);
