import { everySaid, isSaidAlone, longestSaid, plainWords } from '#domain/district/spoken-words.ts';
import { digitsHeard, type Language } from './spoken-number.ts';
import { catalogueOf } from './words/catalogues.ts';

/** 五分, 三颗星, four stars. 五分钟 and 95分 are none. */
const COUNTED: Record<Language, RegExp> = {
  zh: /(?<![\d一二三四五六七八九十百零])([1-5一二两三四五])(?:分(?![钟之])|颗?星|个星|颗(?![树牙钉螺子心])|[到至、]?[1-5一二两三四五](?:颗?星|颗|分(?![钟之])|个星))/gu,
  en: /\b([1-5]|one|two|three|four|five) ?(?:stars?|points?|out of (?:five|5))\b/gu,
};
/** What stands before words of praise takes them back. */
const DENIED: Record<Language, RegExp> = {
  zh: /[不没别哪难谁][^,]{0,2}$/u,
  en: /\b(?:not|never|hardly|no)\b[^,]{0,14}$|n't[^,]{0,14}$/u,
};

/** Signs around one word that say no more; with them it still is nearly all that was said. */
const AROUND: Record<Language, readonly string[]> = {
  zh: ['我', '俺', '觉得', '感觉', '挺', '真', '有点', '比较', '还', '是', '打', '给', '说', '吧', '一个', '怪', '老'],
  en: ["it's", 'it', 'is', 'was', 'i', 'would', 'say', 'give', 'just', 'a', 'that', 'give it'],
};

/** From so many stars on a word praises. */
const PRAISE = 3;

/** The numbers of stars that were said with their counting word, but for those that are denied. */
const counted = (plain: string, language: Language): number[] =>
  [...plain.matchAll(COUNTED[language])].flatMap(({ index, 1: digit = '' }) =>
    DENIED[language].test(plain.slice(0, index)) ? [] : [Number(digitsHeard(digit))],
  );

/**
 * How many stars were said, in words or by their number; undefined when it can't be known. The lowest of several counts,
 * and what is praised with a no before it is none.
 */
export const starsSaid = (speech: string, language: Language): string | undefined => {
  const { heard } = catalogueOf(language);
  const plain = plainWords(speech);
  const starsOf = new Map(heard.stars.map(([word, stars]) => [plainWords(word), Number(stars)]));
  const spoken = longestSaid(everySaid(starsOf.keys(), plain)).map(({ word, at }) => ({ at, stars: starsOf.get(word) ?? 0 }));
  const isDenied = ({ at, stars }: { at: number; stars: number }): boolean =>
    stars >= PRAISE && DENIED[language].test(plain.slice(0, at));
  const words = spoken.filter((one) => !isDenied(one)).map(({ stars }) => stars);
  const numbers = counted(plain, language);
  const blamed = words.filter((stars) => stars < PRAISE);
  if (numbers.length > 0) return String(Math.min(...numbers, ...blamed));
  if (spoken.length === 0) {
    const around = [...AROUND[language], ...heard.fillers, ...heard.particles];
    return heard.starsAlone.find(([word]) => isSaidAlone([word], around, speech))?.[1];
  }
  if (words.length === 0 || (blamed.length === 0 && words.length < spoken.length)) return undefined;
  return String(Math.min(...words));
};

/** What is said beside stars: all of it, unless nothing else is said. */
export const besideStars = (speech: string, language: Language): string | undefined => {
  const { heard } = catalogueOf(language);
  const plain = plainWords(speech);
  const words = [...heard.stars, ...heard.starsAlone].map(([word]) => word);
  const counts = [...plain.matchAll(COUNTED[language])].map(([count]) => count);
  const around = [
    ...AROUND[language],
    ...heard.fillers,
    ...heard.particles,
    ...'一二两三四五12345',
    'one',
    'two',
    'three',
    'four',
    'five',
  ];
  return isSaidAlone([...words, ...counts, ...around], [], speech) ? undefined : speech;
};
