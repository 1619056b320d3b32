import type { District } from '#domain/district/district.ts';
import { choiceIn } from './choices.ts';
import { besidePerson } from './commands-said.ts';
import { alarmed } from './danger-in-call.ts';
import { beginDuty } from './duty-call.ts';
import { awaitsRating } from './found-ticket.ts';
import { addTo, finish, goOn, goTo, tellMore, toAgent } from './moves.ts';
import { tellMatter } from './open-intake.ts';
import { afterMachine } from './rating-call.ts';
import { replies } from './replies.ts';
import { withWish } from './secrecy.ts';
import { otherLanguage } from './spoken-number.ts';
import type { Answer, Question, State } from './state.ts';
import { catalogueOf } from './words/catalogues.ts';

/** No conversation needs so many; it ends well before the store takes no more turns. */
const MOST_ANSWERS = 100;

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
  if (number === undefined) return { ...nothing, question: agents === 'yes' ? 'greeting' : 'menu', recordedSince: 0 };
  // Somebody may have rated it while the telephone rang.
  if (!awaitsRating(first) || first.machine === 'yes') return { ...nothing, question: 'over', notices: [] };
  return { ...nothing, question: 'solved', notices: [{ notice: 'call-back' }], rates: number, agents: false };
};

/** At these questions what is said beside a command belongs to the matter. */
const TELLING: readonly Question[] = ['greeting', 'menu', 'matter', 'which-area', 'confirm', 'in-danger', 'drop'];

/** What is said beside the wish for a person is the matter, or stays in it. */
const withSentence = (state: State, { speech = '' }: Answer, district: District): State => {
  if (!TELLING.includes(state.question) || besidePerson(catalogueOf(state.language).heard, speech)?.says !== 'more') return state;
  return state.matter === undefined ? tellMatter(state, speech, district) : addTo(state, speech);
};

/** What an answer leads to. 9 repeats whatever was said last, 0 asks for a person, and words of danger stop anything. */
export const next = (before: State, answer: Answer, district: District): State => {
  const answers = before.answers + 1;
  const { recording = before.recording } = answer;
  const state: State = withWish({ ...before, answers, recording, notices: [] }, answer);
  if (answers > MOST_ANSWERS) return before.question === 'filed' ? goTo(state, 'over') : finish(state);
  const machine = afterMachine(state, answer);
  if (machine) return machine;
  const stopped = alarmed(state, answer, district);
  if (stopped) return stopped;
  const choice = choiceIn(before, answer, district);
  if (choice === 'repeat') return { ...before, answers, recording };
  if (choice === 'language') return { ...before, answers, recording, language: otherLanguage(before.language) };
  if (choice === 'agent') return toAgent(withSentence(state, answer, district));
  return replies[before.question](state, answer, choice, district);
};

/**
 * Where a call stands once its caller left a message beside the questions. Its words count as any answer: they are the
 * matter or a part of it, may tell of a danger, or take one back.
 */
export const withMessage = (known: State, answer: Answer & { speech: string }, district: District): State => {
  if (known.danger !== undefined) return next({ ...known, question: 'whereabouts' }, answer, district);
  const asked: State = { ...known, question: 'matter' };
  if (known.matter === undefined) return next(asked, answer, district);
  return alarmed(asked, answer, district) ?? goOn(tellMore(asked, answer.speech, district));
};

/** Where a call stands after its turns. The first turn tells what was known when the call began. */
export const fold = ([first, ...later]: readonly { answer: Answer }[], district: District): State =>
  later.reduce((state, { answer }) => next(state, answer, district), begin(first?.answer ?? {}, district));
