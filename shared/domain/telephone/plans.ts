import parse from 'libphonenumber-js/core';
import type { Country, TelephoneHome } from './home.ts';
import plans from './numbering-plans.json' with { type: 'json' };
import { Telephone } from './telephone.ts';

/** What a number is of: only mobile ones take texts, and `other` are services, and numbers of countries that are not known here. */
export type TelephoneKind = 'mobile' | 'landline' | 'other';

const KINDS: Readonly<Record<string, TelephoneKind>> = {
  MOBILE: 'mobile',
  FIXED_LINE_OR_MOBILE: 'mobile',
  FIXED_LINE: 'landline',
};

/** A subscriber in China has ten digits with the area code; what is shorter is a service behind it, such as 0533 12345. */
const SHORTEST_IN_CHINA = 10;

/** The calling code of each country that is known here. */
const CODES = Object.entries(plans.country_calling_codes);
const codeOf = (country: Country): string => CODES.find(([, countries]) => countries.includes(country))?.[0] ?? '';

/** The number with its country code, where it is one that nobody has. */
const inventedIn = (number: string, { invented, country }: TelephoneHome): string | undefined => {
  if (invented === undefined) return undefined;
  const whole = number.startsWith('+') ? number : `+${codeOf(country)}${number}`;
  const digits = invented.replaceAll('x', '').length;
  return whole.length === invented.length && whole.startsWith(invented.slice(0, digits)) ? whole : undefined;
};

/** A number in its plan: its country, and its kind. Undefined where that plan has no such number, and for other countries. */
const planned = (number: string, home: TelephoneHome) => {
  const invented = inventedIn(number, home);
  if (invented !== undefined) return { number: invented, country: home.country, kind: 'mobile' as const };
  const parsed = parse(number, { defaultCountry: home.country, extract: false }, plans as never);
  if (parsed?.country === undefined || !parsed.isValid()) return undefined;
  const isService = parsed.country === 'CN' && parsed.nationalNumber.length < SHORTEST_IN_CHINA;
  const kind = isService ? 'other' : (KINDS[parsed.getType() ?? ''] ?? 'other');
  return { number: parsed.number as string, country: parsed.country as Country, kind };
};

/** Whether a number may be one of a country that is not known here. */
const isOfAnother = (international: string): boolean => {
  const code = CODES.map(([one]) => one).find((one) => international.startsWith(`+${one}`));
  return code === undefined || plans.shared.includes(code);
};

/**
 * The telephone that a number with its country code names (`+…`), or a whole number of the home country. A number of
 * another country is kept as it is written.
 */
export const subscriberOf = (number: string, home: TelephoneHome): Telephone | undefined => {
  const known = planned(number, home)?.number;
  if (known !== undefined) return Telephone.safeParse(known).data;
  return number.startsWith('+') && isOfAnother(number) ? Telephone.safeParse(number).data : undefined;
};

/** Of which kind and country a telephone is. */
export const kindOf = (telephone: Telephone, home: TelephoneHome): { kind: TelephoneKind; country?: Country } => {
  const { kind = 'other', country } = planned(telephone, home) ?? {};
  return { kind, ...(country !== undefined && { country }) };
};
