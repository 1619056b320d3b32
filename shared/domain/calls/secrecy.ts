import { everySaid, longestSaid, plainWords, type Spoken } from '#domain/district/spoken-words.ts';
import type { State } from './state.ts';
import type { SecrecyWords } from './words/catalogue.ts';

/** Whether who asked is to be kept secret: sealed, hidden from departments, or not at all. */
export type Secrecy = 'confidential' | 'anonymous' | 'open';

/** The state with the wish that was said last. It is for where nobody is asked at a confirmation any more. */
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

/** What somebody wishes who speaks of being kept secret; undefined where they say nothing of it. */
export const secrecyWished = (words: SecrecyWords, speech: string): Secrecy | undefined => {
  const text = plainWords(speech);
  const isSaid = (list: readonly string[]): boolean => placesOf(list, words, text).length > 0;
  const openly = placesOf([...words.openly, ...words.confidential, ...words.anonymous], words, text).map(({ word }) => word);
  if (openly.some((word) => words.openly.map(plainWords).includes(word))) return 'open';
  if (isSaid(words.confidential) || bothIn(words, text).length > 0) return 'confidential';
  return isSaid(words.anonymous) ? 'anonymous' : undefined;
};

const CLAUSES = /(?<=[，。！？；、,.!?;])/u;

/** Whether a clause says nothing but a wish: all its letters belong to one, or to words around it that say no more. */
const isWishAlone = (words: SecrecyWords, clause: string): boolean => {
  const text = plainWords(clause);
  const wishes = [...placesOf([...words.openly, ...words.confidential, ...words.anonymous], words, text), ...bothIn(words, text)];
  const known = [...wishes, ...everySaid(new Set(words.around.map(plainWords)), text)];
  return (
    wishes.length > 0 &&
    [...text.matchAll(/[^ ,]/gu)].every(({ index }) => known.some(({ at, end }) => at <= index && index < end))
  );
};

/** What of a speech is more than a wish to be kept secret; undefined when nothing is. */
export const besideSecrecy = (words: SecrecyWords, speech: string | undefined): string | undefined => {
  const rest = (speech ?? '').split(CLAUSES).filter((clause) => !isWishAlone(words, clause));
  return rest.join('').replace(/^[\s，。、,.]+|[\s，、,]+$/gu, '') || undefined;
};
