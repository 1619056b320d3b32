import type { District } from '#domain/district/district.ts';
import { MOST_DIGITS } from '#domain/tickets/ticket-number.ts';
import { hintsFor } from './choices.ts';
import type { Language } from './spoken-number.ts';
import type { Question, State } from './state.ts';
import type { Utterance } from './utterance.ts';
import { catalogueOf } from './words/catalogues.ts';
import { asked, emergencyNumberOf, filedSaid, noticeSaid } from './words/wording.ts';

/** How speech is listened for: a word or two, of which these are likely, or a story with pauses in it. */
export type Speech = { length: 'word'; hints: readonly string[] } | { length: 'story' };

/** What the line does next. Dialects turn it into their provider's verbs. */
export type Act =
  /** At most so many keys, fewer with # or a pause behind them, or speech where it is listened for. Silence is an answer too, unless `otherwise` says how the call then ends. */
  | { do: 'gather'; digits: number; seconds: number; speech?: Speech; otherwise?: Utterance[] }
  /** A message after a tone, ended by silence, # or a key that holds everywhere. */
  | { do: 'record'; seconds: number }
  /** A person at the desk, who is waited for so long. */
  | { do: 'agent'; seconds: number }
  /** An emergency number. */
  | { do: 'transfer'; number: string }
  | { do: 'hang-up' };

/** One step of a call: what is said, then what happens. */
export interface Step {
  question: Question;
  language: Language;
  say: Utterance[];
  act: Act;
  /** From here on the whole call is recorded; true at one step of a call. */
  recordsCall: boolean;
}

/** A desk that lets a caller wait longer than so many seconds is busy. */
export const AGENT_SECONDS = 20;
const actOf = (state: State, district: District): Act => {
  const hints = hintsFor(state, district);
  const choose: Act = { do: 'gather', digits: 1, seconds: 5, speech: { length: 'word', hints } };
  const tell: Act = { do: 'gather', digits: 1, seconds: 8, speech: { length: 'story' } };
  switch (state.question) {
    case 'greeting':
      // Most want a person, and should not wait for one before the wait begins.
      return { ...tell, seconds: 2 };
    case 'agent':
      return { do: 'agent', seconds: AGENT_SECONDS };
    case 'emergency':
      return { do: 'transfer', number: emergencyNumberOf(state, district) };
    case 'record':
      return { do: 'record', seconds: 180 };
    case 'menu':
    case 'matter':
    case 'place':
    case 'whereabouts':
      return tell;
    case 'look-up':
    case 'rate':
      // It is also the pause after the last key, with Twilio: longer numbers exist, so that twelve keys are no end.
      return { ...tell, digits: MOST_DIGITS, seconds: 5 };
    case 'duty':
      // Keys only: a machine that talks must take nothing.
      return { do: 'gather', digits: 1, seconds: 5 };
    case 'rated':
    case 'duty-taken':
    case 'over':
      return { do: 'hang-up' };
    default:
      return choose;
  }
};

/**
 * The step that a state calls for. `number` is the number of the ticket that was opened for the call; without it, one
 * whose question is `filed` says that the matter was added to another one.
 */
export const stepOf = (state: State, district: District, number?: string): Step => {
  const words = catalogueOf(state.language);
  const telling = { state, district, words };
  const before = state.notices.flatMap((notice) => noticeSaid(notice, telling));
  const { question, language } = state;
  const step = { question, language, recordsCall: state.recordedSince === state.answers };
  if (question !== 'filed') return { ...step, say: [...before, asked(telling)], act: actOf(state, district) };
  // Keys only: whoever says the digits aloud while writing them down must not interrupt.
  const act: Act = { do: 'gather', digits: 1, seconds: 5, otherwise: [words.goodbye] };
  return { ...step, say: [...before, ...filedSaid(telling, number)], act };
};
