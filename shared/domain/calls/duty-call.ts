import { type DutyOver, dutyBrief, dutyOver } from '#domain/tickets/duty.ts';
import { stepNumbered } from '#domain/tickets/duty-steps.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { goTo, notUnderstood } from './moves.ts';
import type { Answer, State } from './state.ts';

/** The ticket and the step of its ladder that an address names: `LZ261129048217-2`. */
export const partsOfDuty = (duty: string): { number: string; step: number } => {
  const [number = '', step = ''] = duty.split('-');
  return { number, step: Number(step) };
};

/** Whether who was rung in this step may still take the ticket, and why not, kept so that it can be told again. */
export const takingFacts = (ticket: Ticket | undefined, step: number): Answer => dutyOver(ticket, step) ?? { awaits: 'yes' };

/** What is known when a call to who is on duty begins. */
export const dutyFacts = (duty: string, ticket: Ticket | undefined): Answer => {
  const { number, step } = partsOfDuty(duty);
  const facts = { number, step: String(step), ...takingFacts(ticket, step) };
  if (!ticket || facts.awaits !== 'yes') return facts;
  const rung = stepNumbered(ticket.duty, step);
  const more = rung?.more ?? rung?.also?.length;
  return { ...facts, ...dutyBrief(ticket), ...(more !== undefined && { more: String(more) }) };
};

const over = (state: State, { over: why = 'over', by }: Answer): State =>
  goTo(state, 'over', { notice: 'duty-over', why: why as DutyOver, by });

/** How a call to who is on duty begins: it asks whether they take the ticket, unless that is settled by now. */
export const beginDuty = (nothing: State, first: Answer): State => {
  const { number = '', step, awaits, area = '', place, matter, more = '0' } = first;
  const called: State = { ...nothing, agents: false };
  if (awaits !== 'yes') return over(called, first);
  const duty = { number, step: Number(step), area, place, matter, more: Number(more) };
  return goTo({ ...called, duty }, 'duty', { notice: 'duty', ...duty });
};

/** Who is on duty answers. Whoever was not ready yet is told all of it again. */
export const answerDuty = (state: State, answer: Answer, choice: string | undefined): State => {
  if (choice === 'take') return answer.awaits === 'yes' ? goTo(state, 'duty-taken') : over(state, answer);
  const again = notUnderstood(state, answer);
  if (again.question !== 'duty' || state.duty === undefined) return again;
  return { ...again, notices: [...again.notices, { notice: 'duty', ...state.duty }] };
};

/** The step of a ladder that a call takes, once somebody pressed 1. */
export const takenBy = ({ question, duty }: State): State['duty'] => (question === 'duty-taken' ? duty : undefined);

/** What is told to who pressed 1, by the ticket as it is then: of two who did at one moment, one has it. */
export const afterTaking = (state: State, ticket: Ticket | undefined): State => {
  const facts = dutyOver(ticket, state.duty?.step ?? 0);
  return facts === undefined || facts.over === 'yours' ? state : over(state, facts);
};
