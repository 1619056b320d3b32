import { everySaid, longestSaid, plainWords, type Spoken } from '#domain/district/spoken-words.ts';
import type { Answer, Question, State } from './state.ts';
import type { SecrecyWords } from './words/catalogue.ts';
import { catalogueOf } from './words/catalogues.ts';

/** Whether who asked is to be kept secret: sealed, hidden from departments, or not at all. */
export type Secrecy = 'confidential' | 'anonymous' | 'open';

/** The state with the wish that was said last. */
export const asWished = (state: State): State => {
  const { wished } = state;
  if (wished === undefined) return state;
  return wished === 'open' ? { ...state, confidential: undefined, anonymous: undefined } : { ...state, [wished]: true };
};

/** The two halves of a wish stand so near to each other: 别让……知道是我. */
const FAR = 12;

/** The places of words in a text; none that is within a word which means something else. */
const placesOf = (words: readonly string[], { others }: SecrecyWords, text: string): Spoken[] => {
  const wanted = new Set(words.map(plainWords));
  return longestSaid(everySaid(new Set([...wanted, ...others.map(plainWords)]), text)).filter(({ word }) => wanted.has(word));
};

/** Where a clause says both halves of a wish, one after the other: 别让邻居知道是我告的. */
const bothIn = (words: SecrecyWords, text: string): Spoken[] => {
  const later = everySaid(new Set(words.after.map(plainWords)), text);
  return placesOf(words.before, words, text).flatMap(({ word, at, end }) => {
    const near = later.filter(
      (one) => one.at > at && one.at <= end + FAR && one.end > end && !text.slice(end, one.at).includes(','),
    );
    return near.length === 0 ? [] : [{ word, at, end: Math.max(...near.map((one) => one.end)) }];
  });
};

/** So near stands what turns a word round. */
const NEAR = 6;

/** Whether somebody who says a word of openness means the opposite: 不能不保密, 不保密可不行. */
const isTurned = ({ turned }: SecrecyWords, text: string, { at, end }: Spoken): boolean => {
  const before = everySaid(new Set(turned.before.map(plainWords)), text);
  const after = everySaid(new Set(turned.after.map(plainWords)), text);
  return (
    before.some((one) => one.end <= at && one.end >= at - NEAR) || after.some((one) => one.at >= end && one.at <= end + NEAR)
  );
};

/**
 * What somebody wishes who speaks of being kept secret; undefined where they say nothing of it. A wish to be hidden counts
 * before one that is not: 实名举报，但请保密 names nobody, and what was told once can't be taken back. What is only feared
 * can be the matter, where one is told: 单位泄露我的电话.
 */
export const secrecyWished = (words: SecrecyWords, speech: string, { tells = false } = {}): Secrecy | undefined => {
  const text = plainWords(speech);
  const confidential = tells ? words.confidential : [...words.confidential, ...words.feared];
  const hiding = new Set([...confidential, ...words.anonymous].map(plainWords));
  const said = placesOf([...words.openly, ...hiding], words, text);
  const openly = said.filter(({ word }) => !hiding.has(word));
  // 不匿名我不敢说 wishes to be anonymous.
  const meant = openly.filter((one) => isTurned(words, text, one)).map(({ word }) => word);
  const holds = (list: readonly string[]): boolean => {
    const plain = list.map(plainWords);
    return said.some(({ word }) => plain.includes(word)) || meant.some((word) => plain.some((one) => word.includes(one)));
  };
  if (holds(confidential) || bothIn(words, text).length > 0) return 'confidential';
  if (holds(words.anonymous) || meant.length > 0) return 'anonymous';
  return openly.length > 0 ? 'open' : undefined;
};

/** There a matter is told. */
const TELLING: readonly Question[] = ['greeting', 'menu', 'matter', 'record'];

/**
 * Whether who asked is kept secret, by what was said last. A wish counts from wherever it was said until it is taken back, and
 * whatever else comes of the answer: nobody need say it twice.
 */
export const withWish = (state: State, { speech }: Answer): State => {
  if (speech === undefined) return state;
  const { secrecy } = catalogueOf(state.language).heard;
  const wished = secrecyWished(secrecy, speech, { tells: TELLING.includes(state.question) });
  return wished === undefined ? state : asWished({ ...state, wished });
};

/** A blank between words of Chinese is a break, too. */
const CLAUSES = /(?<=[，。！？；、,.!?;])|(?<=\p{Script=Han})(?=\s)/u;

/** The places of all wishes in a text. */
const wishesIn = (words: SecrecyWords, text: string): Spoken[] => {
  const single = [...words.openly, ...words.confidential, ...words.feared, ...words.anonymous];
  return [...placesOf(single, words, text), ...bothIn(words, text)];
};

/** Whether a clause says nothing but a wish: all its letters belong to one, or to words around it that say no more. */
const isWishAlone = (words: SecrecyWords, clause: string): boolean => {
  const text = plainWords(clause);
  const wishes = wishesIn(words, text);
  const known = [...wishes, ...everySaid(new Set(words.around.map(plainWords)), text)];
  return (
    wishes.length > 0 &&
    [...text.matchAll(/[^ ,]/gu)].every(({ index }) => known.some(({ at, end }) => at <= index && index < end))
  );
};

/**
 * What an answer says beside a wish at its end, also where no pause stands before it: 村口你们给我保密. Names of places end so
 * nowhere; in a matter the same words may be what it is about.
 */
export const withoutWishAtEnd = (words: SecrecyWords, speech: string | undefined): string | undefined => {
  const beside = besideSecrecy(words, speech);
  if (beside === undefined) return undefined;
  const starts = Array.from(beside, (_, at) => at).filter((at) => isWishAlone(words, beside.slice(at)));
  return beside.slice(0, starts[0] ?? beside.length).replace(/[\s，。、,.]+$/u, '') || undefined;
};

/** What of a speech is more than a wish to be kept secret; undefined when nothing is. */
export const besideSecrecy = (words: SecrecyWords, speech: string | undefined): string | undefined => {
  const rest = (speech ?? '').split(CLAUSES).filter((clause) => !isWishAlone(words, clause));
  return rest.join('').replace(/^[\s，。、,.]+|[\s，、,]+$/gu, '') || undefined;
};
