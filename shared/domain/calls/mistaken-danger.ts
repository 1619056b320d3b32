import type { District } from '#domain/district/district.ts';
import { areaIn } from '#domain/district/places/place-in.ts';
import { everySaid, isSaidAlone, plainWords } from '#domain/district/spoken-words.ts';
import { namesSpot } from './place-told.ts';
import type { Language } from './spoken-number.ts';
import { catalogueOf } from './words/catalogues.ts';

/** Whether one of these words is said twice, one directly behind the other: 没有没有, "no no". */
const isSaidTwice = (words: readonly string[], text: string): boolean => {
  const spoken = everySaid(new Set(words.map(plainWords)), text);
  return spoken.some(({ word, end }) =>
    spoken.some((next) => next.word === word && /^[ ,]?$/.test(text.slice(end, next.at)) && next.at >= end),
  );
};

/**
 * Whether a sentence says that there was no danger from the beginning, and nothing else: a slip of the tongue, a joke, or
 * what looked like a danger. A place beside it, or any other word, may be what was wrong.
 */
export const isMistaken = (language: Language, speech: string, district: District): boolean => {
  const { emergency, fillers, particles, confirm } = catalogueOf(language).heard;
  const { mistaken, isOnly, harmless, denials, turned, around } = emergency;
  const text = plainWords(speech);
  if (areaIn(district, speech) !== undefined || namesSpot(language, speech)) return false;
  const beside = [...around, ...isOnly, ...fillers, ...particles, ...confirm.noAlone];
  if (isSaidTwice(denials, text) && isSaidAlone(denials, [...fillers, ...particles], speech)) return true;
  const spoken = (words: readonly string[]) => everySaid(new Set(words.map(plainWords)), text);
  const slips = spoken(mistaken);
  const isTurned = spoken(turned).some(({ end }) => slips.some(({ at }) => at === end));
  const [first] = spoken(isOnly);
  const looked = first !== undefined && spoken(harmless).some(({ at }) => at >= first.end);
  if (isTurned || (slips.length === 0 && !looked)) return false;
  return isSaidAlone([...mistaken, ...harmless], beside, speech);
};
