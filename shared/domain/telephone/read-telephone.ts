import type { TelephoneHome } from './home.ts';
import { kindOf, subscriberOf } from './plans.ts';
import type { Telephone } from './telephone.ts';
import { isWithheld } from './withheld.ts';

/** Which forms are read, for who wrote another one. */
export const FORMS =
  'this is no telephone number: write it with the country code (+8613800000000), or as it is dialled here: a mobile number, or a landline with or without its area code; without an extension';

/** What people, and their software, put between digits: blanks, hyphens, brackets, dots, and signs that nobody sees. */
const BETWEEN = /[\s\p{Cf}\p{Pd}\p{Ps}\p{Pe}./·\u2212]/gu;

/** The digits of a number, with a + before them where it has its country code; full-width ones too. Undefined for other signs. */
const digitsOf = (written: string): string | undefined => {
  const text = written
    .normalize('NFKC')
    .replace(BETWEEN, '')
    .replace(/^\+?00/, '+');
  return /^\+?\d{3,20}$/.test(text) ? text : undefined;
};

/** A landline here, without its area code; with 0 and 1 begin codes and services. */
const localLine = (digits: string, home: TelephoneHome): Telephone | undefined => {
  if (home.areaCode === undefined || digits.length > 8 || /^[01]/.test(digits)) return undefined;
  const local = subscriberOf(`0${home.areaCode}${digits}`, home);
  return local !== undefined && kindOf(local, home).kind === 'landline' ? local : undefined;
};

/** So long is a service with its area code, and no number of which that is left out. */
const LONGEST_SERVICE = 9;

/** The telephone that a number names, in any form in which it is written or dialled at home; undefined where it names none. */
export const readTelephone = (written: string, home: TelephoneHome): Telephone | undefined => {
  const digits = isWithheld(written) ? undefined : digitsOf(written);
  if (digits === undefined) return undefined;
  const local = localLine(digits, home);
  if (local !== undefined) return local;
  const telephone = subscriberOf(digits, home);
  const isShort = /^[1-9]/.test(digits) && digits.length <= LONGEST_SERVICE;
  return telephone !== undefined && isShort && kindOf(telephone, home).kind === 'other' ? undefined : telephone;
};
