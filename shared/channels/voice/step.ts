import type { District } from '../../domain/district.ts';
import { localTime, offsetMinutes } from '../../domain/instant.ts';
import { type Catalogue, catalogueOf } from './catalogue.ts';
import { hintsFor } from './choices.ts';
import type { Notice, Question, State } from './conversation.ts';
import { sayDigits, sayNumber } from './spoken-number.ts';

/** One thing that the caller hears: words, or so many seconds of nothing. */
export type Utterance = string | { pause: number };

/** How speech is listened for: a word or two, of which these are likely, or a story with pauses in it. */
export type Speech = { length: 'word'; hints: readonly string[] } | { length: 'story' };

/** What the line does next. Dialects turn it into their provider's verbs. */
export type Act =
  /** Keys, or speech where it is listened for. Silence is an answer too, unless `otherwise` says how the call then ends. */
  | { do: 'gather'; digits: number; seconds: number; speech?: Speech; otherwise?: Utterance[] }
  /** A message after a tone, ended by silence, # or a key that holds everywhere. */
  | { do: 'record'; seconds: number }
  | { do: 'dial' }
  | { do: 'hang-up' };

/** One step of a call: what is said, then what happens. */
export interface Step {
  question: Question;
  say: Utterance[];
  act: Act;
}

const noticeSaid = (notice: Notice, words: Catalogue, utcOffset: string): string => {
  if (notice.notice !== 'found') return words.notices[notice.notice];
  if (notice.due === undefined) return words.found({ state: notice.state, provisional: false });
  const { day, minute } = localTime(notice.due, offsetMinutes(utcOffset));
  const [, month, date] = day.split('-').map(Number) as [number, number, number];
  const due = { month, day: date, hour: Math.floor(minute / 60), minute: Math.floor(minute % 60) };
  return words.found({ state: notice.state, due, provisional: notice.provisional });
};

const slowly = (groups: string[]): Utterance[] => groups.flatMap((group) => [group, { pause: 1 }]);

/**
 * The step that a state calls for. `number` is the number of the ticket that was opened for the call; a state whose
 * question is `filed` needs it.
 */
export const stepOf = (
  state: State,
  { name, hotline, language, utcOffset }: Pick<District, 'name' | 'hotline' | 'language' | 'utcOffset'>,
  number = '',
): Step => {
  const words = catalogueOf(language);
  const { question, agents } = state;
  const before = state.notices.map((notice) => noticeSaid(notice, words, utcOffset));
  const step = (text: string, act: Act): Step => ({ question, say: [...before, text], act });
  const choose: Act = { do: 'gather', digits: 1, seconds: 5, speech: { length: 'word', hints: hintsFor(question, language) } };
  const tell: Act = { do: 'gather', digits: 1, seconds: 8, speech: { length: 'story' } };

  switch (question) {
    case 'greeting':
      return step(words.greeting({ district: name, hotline: sayDigits(hotline, language), agents }), choose);
    case 'menu':
      return step(words.menu({ agents }), choose);
    case 'agent':
      return step(words.connecting, { do: 'dial' });
    case 'kind':
      return step(words.askKind, choose);
    case 'matter':
      return step(words.askMatter, tell);
    case 'record':
      return step(words.askRecording, { do: 'record', seconds: 180 });
    case 'confirm':
      return step(words.confirm({ kind: words.kinds[state.kind ?? 'help'], matter: state.matter ?? '' }), choose);
    case 'look-up':
      return step(words.askNumber, { ...tell, digits: 12 });
    case 'filed': {
      const groups = slowly(sayNumber(number, language));
      return {
        question,
        say: [...before, words.numberIs, ...groups, words.numberAgain, ...groups, words.repeatIt],
        // Keys only: whoever says the digits aloud while writing them down must not interrupt.
        act: { do: 'gather', digits: 1, seconds: 5, otherwise: [words.goodbye] },
      };
    }
    case 'over':
      return step(words.goodbye, { do: 'hang-up' });
  }
};
