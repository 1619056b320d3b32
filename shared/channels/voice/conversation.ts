import type { Instant } from '../../domain/instant.ts';
import type { TicketKind, TicketState } from '../../domain/ticket-words.ts';
import { choiceIn } from './choices.ts';
import type { Language } from './spoken-number.ts';

/** What the caller is asked, or what the call waits for. */
export type Question = 'greeting' | 'menu' | 'agent' | 'kind' | 'matter' | 'record' | 'confirm' | 'look-up' | 'filed' | 'over';

/**
 * What came back at a step, whoever the provider is. `digits`, `speech`, `recording` and `dial` are the caller's and
 * the line's; the others are what the hotline knew at that moment, kept so that the step can be told again the same.
 */
export type Answer = {
  digits?: string;
  speech?: string;
  /** Where the provider keeps what was recorded. */
  recording?: string;
  /** How the call to the agent ended: `completed`, or why it did not come about. */
  dial?: string;
  /** Only at the beginning: `yes` when a person can be reached. */
  agents?: string;
  /** Only at the beginning: `yes` when the caller's number is known. */
  reachable?: string;
  /** Only at a look-up: the ticket's state, or `unknown`. */
  found?: string;
  due?: string;
  provisional?: string;
};

/** Something that is said before the next question: what became of the last answer. */
export type Notice =
  | { notice: 'silent' | 'wrong' | 'no-agent' | 'agents-busy' | 'mistyped' | 'unknown' }
  | { notice: 'leave-message' | 'not-recorded' | 'taken-as-said' | 'will-call-back' }
  | { notice: 'found'; state: TicketState; due?: Instant | undefined; provisional: boolean };

/** Where a call stands: the question that is open, and what is known so far. */
export interface State {
  question: Question;
  notices: readonly Notice[];
  /** Silent or wrong answers in a row. */
  misses: number;
  answers: number;
  retellings: number;
  agents: boolean;
  reachable: boolean;
  lookedUp: boolean;
  /** The question to go on with when no agent answers. */
  back: Question;
  kind?: TicketKind | undefined;
  matter?: string | undefined;
  recording?: string | undefined;
}

/** Whoever does not get on with the questions may say it in their own words, to a recording. */
const MOST_MISSES = 3;
const MOST_RETELLINGS = 3;
/** No conversation needs so many; it ends well before the store takes no more turns. */
const MOST_ANSWERS = 100;

/** How a call begins, by what was known when it came in. */
export const begin = ({ agents, reachable }: Answer): State => ({
  ...{ question: 'greeting', notices: [], misses: 0, answers: 0, retellings: 0, lookedUp: false, back: 'menu' },
  ...{ agents: agents === 'yes', reachable: reachable === 'yes' },
});

const goTo = (state: State, question: Question, ...notices: Notice[]): State => ({ ...state, question, notices, misses: 0 });

/** The call goes no further: what was said becomes a ticket; whoever said nothing but can be rung gets one all the same. */
const finish = (state: State): State => {
  if (state.matter !== undefined || state.recording !== undefined) return goTo(state, 'filed', { notice: 'taken-as-said' });
  return state.reachable ? goTo(state, 'filed', { notice: 'will-call-back' }) : goTo(state, 'over');
};

/** An answer that leads nowhere: asked again, and after the third the conversation goes on without it. */
const missed = (state: State, notice: Notice['notice']): State => {
  const notices = [{ notice } as Notice];
  const question = state.question === 'greeting' ? 'menu' : state.question;
  const misses = state.misses + 1;
  if (misses < MOST_MISSES || question === 'filed') return { ...state, question, notices, misses };
  if (question === 'record' || question === 'confirm') return finish(state);
  return goTo(state, 'record', { notice: 'leave-message' });
};

const isSilent = ({ digits, speech }: Answer): boolean => digits === undefined && speech === undefined;
const notUnderstood = (state: State, answer: Answer): State => missed(state, isSilent(answer) ? 'silent' : 'wrong');

const toAgent = (state: State): State => {
  if (!state.agents) return missed(state, 'no-agent');
  return { ...goTo(state, 'agent'), back: state.question === 'greeting' ? 'menu' : state.question };
};

const menu = (state: State, answer: Answer, choice: string | undefined): State => {
  if (choice === 'report') return goTo(state, 'kind');
  if (choice === 'look-up') return goTo(state, 'look-up');
  return isSilent(answer) && state.lookedUp ? goTo(state, 'over') : notUnderstood(state, answer);
};

const lookUp = (state: State, answer: Answer): State => {
  const { found, due, provisional } = answer;
  if (found === undefined) return missed(state, isSilent(answer) ? 'silent' : 'mistyped');
  if (found === 'unknown') return missed(state, 'unknown');
  const told: Notice = { notice: 'found', state: found as TicketState, due, provisional: provisional === 'yes' };
  return { ...goTo(state, 'menu', told), lookedUp: true };
};

/** What an answer to each question leads to, once repeating and asking for a person are dealt with. */
const replies: Record<Question, (state: State, answer: Answer, choice: string | undefined) => State> = {
  // Whoever waits at the greeting wants a person.
  greeting: (state, answer, choice) => (state.agents && isSilent(answer) ? toAgent(state) : menu(state, answer, choice)),
  menu,
  agent: (state, { dial }) => (dial === 'completed' ? goTo(state, 'over') : goTo(state, state.back, { notice: 'agents-busy' })),
  kind: (state, answer, choice) =>
    choice === undefined ? notUnderstood(state, answer) : { ...goTo(state, 'matter'), kind: choice as TicketKind },
  matter: (state, answer) =>
    answer.speech === undefined ? notUnderstood(state, answer) : { ...goTo(state, 'confirm'), matter: answer.speech },
  record: (state, { recording }) => (recording === undefined ? missed(state, 'not-recorded') : goTo(state, 'filed')),
  confirm: (state, answer, choice) => {
    if (choice === 'yes') return goTo(state, 'filed');
    if (choice !== 'again') return notUnderstood(state, answer);
    const retold = { ...state, matter: undefined, retellings: state.retellings + 1 };
    return retold.retellings < MOST_RETELLINGS ? goTo(retold, 'matter') : goTo(retold, 'record', { notice: 'leave-message' });
  },
  'look-up': lookUp,
  filed: (state) => goTo(state, 'over'),
  over: (state) => state,
};

/** What an answer leads to. 9 repeats whatever was said last, 0 asks for a person, anywhere. */
export const next = (before: State, answer: Answer, language: Language): State => {
  const answers = before.answers + 1;
  const { recording = before.recording } = answer;
  const state: State = { ...before, answers, recording, notices: [] };
  if (answers > MOST_ANSWERS) return before.question === 'filed' ? goTo(state, 'over') : finish(state);
  const choice = choiceIn(before.question, answer, language);
  if (choice === 'repeat') return { ...before, answers, recording };
  if (choice === 'agent') return toAgent(state);
  return replies[before.question](state, answer, choice);
};

/** Where a call stands after its turns. The first turn tells what was known when the call came in. */
export const fold = ([first, ...later]: readonly { answer: Answer }[], language: Language): State =>
  later.reduce((state, { answer }) => next(state, answer, language), begin(first?.answer ?? {}));
