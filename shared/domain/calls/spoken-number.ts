import type { District } from '#domain/district/district.ts';

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

/** The digits in what was said, in order; whatever is no digit is passed over. */
export const digitsHeard = (speech: string): string =>
  (
    speech
      .normalize('NFKC')
      .toLowerCase()
      .match(/[a-z]+|./gsu) ?? []
  )
    .map((word) => (/^\d$/.test(word) ? word : (digitOf.get(word) ?? '')))
    .join('');
