import { readTicketNumber } from '#domain/tickets/ticket-number.ts';

const SAID: readonly (readonly string[])[] = [
  ['零', '〇', 'zero', 'oh'],
  ['一', '幺', 'one'],
  ['二', '两', 'two'],
  ['三', 'three'],
  ['四', 'four'],
  ['五', 'five'],
  ['六', 'six'],
  ['七', 'seven'],
  ['八', 'eight'],
  ['九', 'nine'],
];
const digitOf = new Map(SAID.flatMap((words, digit) => words.map((word) => [word, String(digit)] as const)));

/** Digits that were said one after the other, with nothing but breath between them. */
const runsOfDigits = (heard: readonly string[]): string[] =>
  (
    heard
      .join(' ')
      .toLowerCase()
      .match(/[a-z]+|./gsu) ?? []
  )
    .map((word) => (/^\d$/.test(word) ? word : (digitOf.get(word) ?? (/^[\p{P}\s]$/u.test(word) ? '' : '|'))))
    .join('')
    .split('|');

/** A longer number has nothing said behind it, and begins with a day. */
const DATE = /^\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])/;

/** The first ticket's number in what was heard, known by its check digit. */
export const numberHeard = (heard: readonly string[], letters: string): string | undefined => {
  for (const digits of runsOfDigits(heard)) {
    for (let at = 0; at + 12 <= digits.length; at += 1) {
      const rest = digits.slice(at);
      const number = readTicketNumber(rest.slice(0, 12), letters) ?? (DATE.test(rest) && readTicketNumber(rest, letters));
      if (number) return number;
    }
  }
  return undefined;
};
