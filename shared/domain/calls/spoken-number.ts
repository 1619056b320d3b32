import type { District } from '#domain/district/district.ts';
import { foldedText } from '#domain/text/folded.ts';

/** A language that the conversation can be held in. */
export type Language = District['language'];

/** The language that a caller can change to. */
export const otherLanguage = (language: Language): Language => (language === 'zh' ? 'en' : 'zh');

/** On the phone one is 幺 (yāo): 一 is heard as seven. */
const DIGITS: Record<Language, readonly string[]> = {
  zh: ['零', '幺', '二', '三', '四', '五', '六', '七', '八', '九'],
  en: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
};

/** Digits one after the other, as they are said on the phone. */
export const sayDigits = (digits: string, language: Language): string =>
  [...digits].map((digit) => DIGITS[language][Number(digit)] ?? '').join(language === 'zh' ? '' : ' ');

/** A ticket number as people say it: its digits in groups of four. The letters are the district's own. */
export const sayNumber = (number: string, language: Language): string[] =>
  (number.replace(/\D/g, '').match(/\d{1,4}/g) ?? []).map((group) => sayDigits(group, language));

/** Signs and words that people use for a digit; 幺 两 洞 拐 勾 are said so that they can't be misheard. */
const HEARD: readonly string[][] = [
  ['零', '〇', '○', '洞', 'zero', 'oh', 'o'],
  ['一', '壹', '幺', '妖', 'one'],
  ['二', '贰', '两', 'two'],
  ['三', '叁', 'three'],
  ['四', '肆', 'four'],
  ['五', '伍', 'five'],
  ['六', '陆', 'six'],
  ['七', '柒', '拐', 'seven'],
  ['八', '捌', 'eight'],
  ['九', '玖', '勾', 'nine'],
];
const digitOf = new Map(HEARD.flatMap((words, digit) => words.map((word) => [word, String(digit)] as const)));
/** 幺 as recognisers write it; most of the time these words mean something else. */
const MAYBE_ONE = ['要', '腰', '邀', '夭'];

/** Words of what was said, one sign of Chinese each. */
const wordsOf = (speech: string): string[] => foldedText(speech).match(/[a-z]+|./gsu) ?? [];
const digitIn = (word: string): string => (/^\d$/.test(word) ? word : (digitOf.get(word) ?? ''));

/** The digits in what was said, in order; whatever is no digit is passed over. */
export const digitsHeard = (speech: string): string => wordsOf(speech).map(digitIn).join('');

/**
 * Digits that were said one after the other in one clause, with nothing but breath between them. No number begins with a
 * word that may be a one: 我要.
 */
const runsIn = (speech: string, areMaybes: boolean): string[] => {
  const runs = [''];
  for (const word of wordsOf(speech)) {
    const hasBegun = runs.some((run) => run !== '');
    const digit = areMaybes && hasBegun && MAYBE_ONE.includes(word) ? '1' : digitIn(word);
    if (digit !== '') runs[runs.length - 1] += digit;
    else if (!/^[\p{Pd}、·\s]$/u.test(word)) runs.push('');
  }
  return runs.filter((run) => run !== '');
};

/** Rows of whole runs. One digit by itself is part of a number only between others: 三天了, 第一次. */
const rowsOf = (runs: readonly string[]): string[] => {
  const rows: string[] = [];
  for (const [from, first] of runs.entries()) {
    if (first.length < 2) continue;
    let row = '';
    for (const run of runs.slice(from)) {
      row += run;
      if (run.length > 1) rows.push(row);
    }
  }
  return rows;
};

/** Numbers of two digits as they are said, in digits: 二十六 is 26, 十一 is 11. */
const withTens = (speech: string): string =>
  speech.replace(/([一二两三四五六七八九])?十([一二两三四五六七八九])?/gu, (_, tens = '一', ones = '零') => `${tens}${ones}`);

/**
 * The digits that somebody may have meant who said a number, and more than that: it may come in parts, with other digits
 * before and after it. No run is cut, so that a wrong digit can't make another number. Where nothing but digits was said,
 * all of them are meant.
 */
export const digitsMeant = (speech: string): string[] => {
  const digits = withTens(speech);
  const isAll = wordsOf(digits).every((word) => digitIn(word) !== '' || /^[\p{P}\p{S}\s]$/u.test(word));
  if (isAll) return [digitsHeard(digits)];
  return [...new Set([false, true].flatMap((areMaybes) => rowsOf(runsIn(speech, areMaybes))))];
};
