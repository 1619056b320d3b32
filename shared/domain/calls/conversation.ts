import type { Danger, District } from '#domain/district/district.ts';
import { dangerIn } from '#domain/district/sort-matter.ts';
import { Matter } from '#domain/tickets/ticket.ts';
import { choiceIn } from './choices.ts';
import { beginDuty } from './duty-call.ts';
import { awaitsRating } from './found-ticket.ts';
import { finish, goTo, tell, toAgent } from './moves.ts';
import { replies } from './replies.ts';
import { otherLanguage } from './spoken-number.ts';
import type { Answer, Notice, Question, State } from './state.ts';

/** No conversation needs so many; it ends well before the store takes no more turns. */
const MOST_ANSWERS = 100;
const LONGEST_MATTER = Matter.maxLength ?? 0;

/** How a call begins, by what was known when it came in, or when the hotline made it: to ask for a rating, or to who is on duty. */
export const begin = (first: Answer, { language }: Pick<District, 'language'>): State => {
  const { agents, reachable, transfers, texts, number } = first;
  const nothing: State = {
    question: 'menu',
    notices: [{ notice: 'welcome' }],
    language,
    misses: 0,
    answers: 0,
    retellings: 0,
    back: 'menu',
    areaPage: 0,
    agents: agents === 'yes',
    reachable: reachable === 'yes',
    transfers: transfers === 'yes',
    texts: texts === 'yes',
    served: false,
    agentMissed: false,
  };
  if (first.step !== undefined) return beginDuty(nothing, first);
  if (number === undefined) return agents === 'yes' ? { ...nothing, question: 'greeting' } : nothing;
  // Somebody may have rated it while the telephone rang.
  if (!awaitsRating(first)) return { ...nothing, question: 'over', notices: [] };
  return { ...nothing, question: 'solved', notices: [{ notice: 'call-back' }], rates: number, agents: false };
};

/** People in danger are told whom to ring; what they said is a ticket from this moment on, whatever they do next. */
const endanger = (state: State, speech: string, danger: Danger, district: District): State => {
  const matter = [state.matter, speech]
    .filter((text) => text !== undefined)
    .join('；')
    .slice(0, LONGEST_MATTER);
  const told: State = { ...tell(state, speech, district), matter, danger: danger.id, back: 'whereabouts' };
  const notice: Notice = { notice: 'danger', emergencyNumber: danger.emergencyNumber };
  return goTo(told, state.transfers ? 'emergency' : state.agents ? 'agent' : 'whereabouts', notice);
};

/** There every word was said already, or can't be a cry for help. */
const SETTLED: readonly Question[] = ['filed', 'rated', 'over', 'emergency', 'agent', 'whereabouts', 'duty', 'duty-taken'];

/** What an answer leads to. 9 repeats whatever was said last, 0 asks for a person, and words of danger stop anything. */
export const next = (before: State, answer: Answer, district: District): State => {
  const answers = before.answers + 1;
  const { speech, recording = before.recording } = answer;
  const state: State = { ...before, answers, recording, notices: [] };
  if (answers > MOST_ANSWERS) return before.question === 'filed' ? goTo(state, 'over') : finish(state);
  const danger =
    speech === undefined || state.danger !== undefined || SETTLED.includes(before.question)
      ? undefined
      : dangerIn(district, speech);
  if (speech !== undefined && danger) return endanger(state, speech, danger, district);
  const choice = choiceIn(before, answer, district);
  if (choice === 'repeat') return { ...before, answers, recording };
  if (choice === 'language') return { ...before, answers, recording, language: otherLanguage(before.language) };
  if (choice === 'agent') return toAgent(state);
  return replies[before.question](state, answer, choice, district);
};

/** Where a call stands after its turns. The first turn tells what was known when the call began. */
export const fold = ([first, ...later]: readonly { answer: Answer }[], district: District): State =>
  later.reduce((state, { answer }) => next(state, answer, district), begin(first?.answer ?? {}, district));
