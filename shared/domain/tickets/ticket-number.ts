import * as z from 'zod';
import type { Day } from '#domain/instant.ts';

/*
 * Two letters of the district, the day (yymmdd), five random digits, one check digit: LZ261123048217.
 * The digits alone identify a ticket within a district, so that a caller can key them in.
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

/** True for a number of the right form whose check digit fits. */
const isWellFormed = (text: string): boolean => /^[A-Z]{2}\d{12}$/.test(text) && dammDigit(text.slice(2)) === 0;

export const TicketNumber = z
  .string()
  .refine(isWellFormed, 'two letters and twelve digits, the last of which checks the others')
  .meta({ pattern: '^[A-Z]{2}\\d{12}$' });
export type TicketNumber = z.infer<typeof TicketNumber>;

/** How many different random parts a day has. */
export const RANDOM_PARTS = 100_000;

/** Makes the number of a ticket opened on `day` from a random whole number below RANDOM_PARTS. */
export const ticketNumber = (letters: string, day: Day, random: number): TicketNumber => {
  const digits = day.slice(2).replaceAll('-', '') + String(random).padStart(5, '0');
  return `${letters}${digits}${dammDigit(digits)}`;
};

/**
 * Reads what a person typed, said or keyed in: blanks and hyphens are ignored, small letters taken, and twelve bare
 * digits get this district's letters. Gives undefined when a digit must be wrong.
 */
export const readTicketNumber = (typed: string, letters: string): TicketNumber | undefined => {
  const text = typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  const number = /^\d+$/.test(text) ? letters + text : text;
  return isWellFormed(number) ? number : undefined;
};
