import { foldedText } from '#domain/text/folded.ts';

/**
 * How phone providers say that a caller has no number. Twilio spells the first five on the keypad (ANONYMOUS is
 * +266696687), and since 2022 sends some as words; SIP has `anonymous@anonymous.invalid` (RFC 3323).
 */
const SPELLED = ['anonymous', 'restricted', 'blocked', 'unknown', 'unavailable'];
const WORDS = [
  ...SPELLED,
  'private',
  'withheld',
  'payphone',
  'coinphone',
  'hidden',
  'notavailable',
  'nocallerid',
  'none',
  'null',
];

/** Twilio's own list has +464, and RESTRICTED with a slip: 2883 for 2833. Both are sent. */
const LISTED = ['464', '7378742883'];

const KEYPAD = ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'];
const keyOf = (letter: string): number => KEYPAD.findIndex((letters) => letters.includes(letter)) + 2;
const onKeypad = (word: string): string => [...word].map(keyOf).join('');

const BARE = [...SPELLED.map(onKeypad), ...LISTED];
const WITH_CODE = [...WORDS.map(onKeypad), ...LISTED];

/** Carriers put a country code before what a provider spelled: that of the United States, where it is done, and China's. */
const CODES = ['', '1', '86'];

/**
 * Whether this is a provider's word, or its number, for a caller without one. Some of these numbers are also somebody's:
 * the few who have them are callers without a number for us.
 */
export const isWithheld = (written: string): boolean => {
  const text = foldedText(written);
  if (WORDS.includes(text.replace(/[^a-z]/g, '')) && !/\d/.test(text)) return true;
  if (/[a-z]/.test(text)) return false;
  const digits = text.replace(/\D/g, '');
  if (/^0*$/.test(digits)) return /0/.test(digits);
  const spelled = /^\W*(\+|00)/.test(text) ? WITH_CODE : BARE;
  const number = digits.replace(/^00/, '');
  return CODES.some((code) => number.startsWith(code) && spelled.includes(number.slice(code.length)));
};
