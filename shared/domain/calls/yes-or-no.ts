import { everySaid, longestSaid, plainWords } from '#domain/district/spoken-words.ts';
import type { Answer, Question, State } from './state.ts';
import type { Catalogue, YesNoWords } from './words/catalogue.ts';
import { catalogueOf } from './words/catalogues.ts';

/** How a question of yes or no was answered. `more` is what was said beside it; of what is neither, all that has a meaning. */
export interface YesOrNo {
  said: 'yes' | 'no' | 'neither';
  more: string | undefined;
}

/** The words that answer a question of yes or no; undefined for any other question. */
export const yesNoWordsAt = (question: Question, { heard }: Catalogue): YesNoWords | undefined => {
  if (question === 'confirm' || question === 'drop' || question === 'solved') return heard[question];
  if (question === 'which-area') return heard.confirm;
  return question === 'in-danger' ? heard.danger : undefined;
};

type Sort = 'neither' | 'filler' | 'particle' | 'no' | 'no-alone' | 'yes' | 'yes-alone';

/** One word of an answer. */
interface Token {
  sort: Sort;
  end: number;
  /** A filler that is a yes when nothing else was said. */
  hums: boolean;
  /** Another word of Chinese follows without a break, of which this may be the beginning. */
  isOpen: boolean;
}

/** Reads one word of an answer, the longest that is known there. */
type ReadToken = (text: string, at: number) => Token | undefined;

/** A word as recognisers write it; one that is spelt with letters ends where they end. */
const patternOf = (word: string): string => {
  const spelt = word
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll("'", "['’]?")
    .replaceAll(' ', '\\s+');
  return /[a-z]$/i.test(word) ? `${spelt}(?![\\p{L}\\p{N}'’])` : spelt;
};
const patternOfAny = (words: readonly string[]): RegExp =>
  words.length === 0
    ? /(?!)/y
    : new RegExp(
        words
          .toSorted((a, b) => b.length - a.length)
          .map(patternOf)
          .join('|'),
        'iuy',
      );

const IS_GLUED = /^\p{Script=Han}\p{L}/u;
const READERS = new WeakMap<YesNoWords, ReadToken>();
const readerOf = (words: YesNoWords, { fillers, particles }: Catalogue['heard']): ReadToken => {
  const known = READERS.get(words);
  if (known) return known;
  // Of words of one length the first sort counts.
  const sorts: [Sort, RegExp][] = [
    ['neither', patternOfAny(words.neither)],
    ['filler', patternOfAny(fillers)],
    ['particle', patternOfAny(particles)],
    ['no', patternOfAny(words.no)],
    ['no-alone', patternOfAny(words.noAlone)],
    ['yes', patternOfAny(words.yes)],
    ['yes-alone', patternOfAny(words.yesAlone)],
  ];
  const read: ReadToken = (text, at) => {
    const found = sorts.flatMap(([sort, pattern]) => {
      pattern.lastIndex = at;
      return pattern.test(text) ? [{ sort, end: pattern.lastIndex }] : [];
    });
    const end = Math.max(...found.map((one) => one.end));
    const longest = found.filter((one) => one.end === end);
    const [first] = longest;
    if (!first) return undefined;
    const hums = first.sort === 'filler' && longest.some(({ sort }) => sort === 'yes-alone');
    return {
      sort: first.sort,
      end,
      hums,
      isOpen: IS_GLUED.test(text.slice(end - 1)) && !particles.includes(text[end - 1] ?? ''),
    };
  };
  READERS.set(words, read);
  return read;
};

const BREAKS = '[，。！？；：、,.!?;:…—～~()（）"“”]';
/** Between words of Chinese a blank is a break, too. */
const BREAK = new RegExp(`${BREAKS}|(?<=\\p{Script=Han})\\s`, 'uy');
const GAP = new RegExp(`(?:\\s|${BREAKS})*`, 'uy');
const START = new RegExp(`^(?:\\s|${BREAKS})+`, 'u');
const IS_END = /[\s，；：、,;:—]/u;

const gapEnd = (text: string, at: number): number => {
  GAP.lastIndex = at;
  GAP.test(text);
  return GAP.lastIndex;
};

/** What has a meaning in a text, without the signs around it. */
const meantIn = (text: string): string | undefined => {
  let end = text.length;
  while (end > 0 && IS_END.test(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end).replace(START, '') || undefined;
};

/**
 * Whether the clause ends at a place, or goes on with nothing but words that are known: 没有啊, 是对的. What was found of a
 * place is kept, so that a text of one word over and over is read once.
 */
const endsClauseIn = (read: ReadToken, text: string): ((from: number) => boolean) => {
  const found = new Map<number, boolean>();
  return (from) => {
    const seen: number[] = [];
    let ends: boolean | undefined;
    for (let at = from; ends === undefined; ) {
      ends = found.get(at);
      if (ends !== undefined) break;
      seen.push(at);
      BREAK.lastIndex = at;
      if (at >= text.length || BREAK.test(text)) {
        ends = true;
        break;
      }
      const token = read(text, /\s/.test(text[at] ?? '') ? gapEnd(text, at) : at);
      if (!token || token.sort === 'neither') ends = false;
      else if (token.sort === 'particle' || token.sort === 'no' || token.sort === 'yes') ends = true;
      else at = token.end;
    }
    for (const at of seen) found.set(at, ends);
    return ends;
  };
};

/** Reads an answer from its beginning, as far as its words are known. */
const readBeginning = (read: ReadToken, text: string): YesOrNo => {
  const answers = new Set<'yes' | 'no'>();
  const endsClause = endsClauseIn(read, text);
  // Where what is more begins: at the word that answered, if it may be the beginning of another word, as 有 of 有人 is.
  let [at, rest, hums] = [gapEnd(text, 0), 0, false];
  while (at < text.length) {
    const token = read(text, at);
    if (!token || token.sort === 'neither') break;
    if (token.sort.endsWith('-alone') && !endsClause(token.end)) break;
    if (token.sort !== 'filler' && token.sort !== 'particle') {
      answers.add(token.sort.startsWith('yes') ? 'yes' : 'no');
      rest = token.isOpen ? at : token.end;
    } else if (token.sort === 'particle') rest = token.end;
    hums ||= token.hums;
    at = gapEnd(text, token.end);
  }
  const isAll = at >= text.length;
  const [said, other] = answers;
  // Who says yes and no has answered neither.
  if (said && !other) return { said, more: isAll ? undefined : meantIn(text.slice(rest)) };
  if (!said && hums && isAll) return { said: 'yes', more: undefined };
  return { said: 'neither', more: isAll ? undefined : meantIn(text) };
};

/** Which of the words are said anywhere; a shorter one is not said in a longer word of the question. */
const saidAnywhere = (words: YesNoWords, { fillers }: Catalogue['heard'], text: string): Set<string> => {
  const plain = [...Object.values<readonly string[]>({ ...words }), fillers].flat().map(plainWords);
  return new Set(longestSaid(everySaid(new Set(plain), plainWords(text))).map(({ word }) => word));
};

const CLAUSES = new RegExp(`(?:${BREAKS}|(?<=\\p{Script=Han})\\s)+`, 'u');

/** Reads what was answered to a question of yes or no: nothing that was said beside it is lost. */
export const readYesOrNo = (words: YesNoWords, heard: Catalogue['heard'], speech: string): YesOrNo => {
  const read = readerOf(words, heard);
  const begun = readBeginning(read, speech);
  const { said } = begun;
  const spoken = saidAnywhere(words, heard, speech);
  const isAnyOf = (list: readonly string[]): boolean => list.some((word) => spoken.has(plainWords(word)));
  if (said !== 'no' && isAnyOf(words.noAnywhere)) return { said: 'no', more: begun.more && meantIn(speech) };
  if (said === 'no') return begun;
  const whole: YesOrNo = { said: 'neither', more: begun.more && meantIn(speech) };
  if (isAnyOf(words.doubtful)) return whole;
  if (said === 'yes') return begun;
  const last = speech.split(CLAUSES).findLast((clause) => clause.trim() !== '') ?? '';
  const ended = readBeginning(read, last);
  if (ended.said === 'yes' && ended.more === undefined)
    return { said: 'yes', more: meantIn(speech.slice(0, speech.lastIndexOf(last))) };
  return isAnyOf(words.yesAnywhere) ? { ...whole, said: 'yes' } : whole;
};

/** What was answered to the question of yes or no that is open; neither where something else was asked. */
export const yesOrNoOf = (
  { question, language }: Pick<State, 'question' | 'language'>,
  { speech }: Pick<Answer, 'speech'>,
): YesOrNo => {
  const catalogue = catalogueOf(language);
  const words = yesNoWordsAt(question, catalogue);
  if (words === undefined || speech === undefined) return { said: 'neither', more: speech };
  return readYesOrNo(words, catalogue.heard, speech);
};
