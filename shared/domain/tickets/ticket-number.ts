import * as z from 'zod';
import type { Day } from '#domain/instant.ts';

/*
 * Two letters of the district, the day (yymmdd), five random digits, one check digit: LZ261123048217.
 * On a day that has many tickets numbers get more random digits, as many as it takes.
 * The digits alone identify a ticket within a district, so that a caller can key them in.
 * No number begins with another one: a longer one that was cut off is mistyped, and is never somebody else's.
 * Check digit: Damm (H. M. Damm, 2004), which finds every single wrong digit and every swap of neighbours.
 */
const DAMM = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

/** The Damm check digit of a string of digits; of a string that ends with its own check digit it is 0. */
const dammDigit = (digits: string): number => {
  let interim = 0;
  for (const digit of digits) interim = Number(DAMM[interim]?.[Number(digit)]);
  return interim;
};

/** So many digits a number has, but for crowded days. */
const USUAL_DIGITS = 12;
/** No keypad takes more digits at once. */
export const MOST_DIGITS = 20;
/** So many random digits more than usual a number can have. */
export const MOST_MORE_DIGITS = MOST_DIGITS - USUAL_DIGITS;

const FORM = new RegExp(`^[A-Z]{2}\\d{${USUAL_DIGITS},${MOST_DIGITS}}$`);

/** Whether these digits begin with those of a whole number. */
const beginsWithNumber = (digits: string): boolean => {
  for (let end = USUAL_DIGITS; end < digits.length; end += 1) if (dammDigit(digits.slice(0, end)) === 0) return true;
  return false;
};

/** True for a number of the right form whose check digit fits. */
const isWellFormed = (text: string): boolean => {
  const digits = text.slice(2);
  return FORM.test(text) && dammDigit(digits) === 0 && !beginsWithNumber(digits);
};

export const TicketNumber = z
  .string()
  .refine(isWellFormed, 'two letters and at least twelve digits, the last of which checks the others')
  .meta({ pattern: FORM.source });
export type TicketNumber = z.infer<typeof TicketNumber>;

/** What a digit more can be: any but the one that would check the digits before it. */
const CHOICES = 9;

/** How many different random parts a day has, for numbers of so many digits more than usual. */
export const randomParts = (more = 0): number => 100_000 * CHOICES ** more;

/** Makes the number of a ticket opened on `day` from a random whole number below `randomParts(more)`. */
export const ticketNumber = (letters: string, day: Day, random: number, more = 0): TicketNumber => {
  let left = Math.floor(random / 100_000);
  let digits = day.slice(2).replaceAll('-', '') + String(random % 100_000).padStart(5, '0');
  for (let place = 0; place < more; place += 1) {
    const [check, choice] = [dammDigit(digits), left % CHOICES];
    digits += String(choice < check ? choice : choice + 1);
    left = Math.floor(left / CHOICES);
  }
  return `${letters}${digits}${dammDigit(digits)}`;
};

/** What stands in and around a number that was copied: blanks, signs that are not seen, punctuation, hyphens of all kinds. */
const BETWEEN = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cf}\p{P}\u2212\u2043\u02d7\u30fc]/gu;

/**
 * Reads what a person typed, said, keyed in or copied: what only stands between is ignored, small letters and full-width
 * signs are taken, and bare digits get this district's letters. Gives undefined when a digit must be wrong.
 */
export const readTicketNumber = (typed: string, letters: string): TicketNumber | undefined => {
  const text = typed.normalize('NFKC').replace(BETWEEN, '').toUpperCase();
  const number = /^\d+$/.test(text) ? letters + text : text;
  return isWellFormed(number) ? number : undefined;
};
