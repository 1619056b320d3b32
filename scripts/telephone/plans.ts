import { writeFileSync } from 'node:fs';
import max from 'libphonenumber-js/metadata.max.json';
import { COUNTRIES } from '#domain/telephone/home.ts';

/** Where the plans are kept. */
export const PLANS_FILE = new URL('../../shared/domain/telephone/numbering-plans.json', import.meta.url);

type Sort = 0 | [pattern: string, lengths?: number[]];

/** Where the library's metadata keeps a country's rules. */
const [CODE, LENGTHS, TRUNK, SORTS] = [0, 3, 5, 11];
const [LANDLINE, MOBILE] = [0, 1];

const countries = (max as unknown as { countries: Record<string, unknown[]> }).countries;

/** Every door loads the plans, so that services abroad are left out: like other numbers that are not known, they are kept. */
const isWhole = (country: string): boolean => country === 'CN';

const planOf = (country: string) => {
  const rules = countries[country] ?? [];
  const sorts = rules[SORTS] as Sort[];
  const sortAt = (place: number) => {
    const sort = sorts[place];
    return sort && sort[0] !== '' ? [{ pattern: sort[0], lengths: sort[1] ?? (rules[LENGTHS] as number[]) }] : [];
  };
  return {
    country,
    code: String(rules[CODE]),
    /** What is dialled before a number within the country. */
    trunk: rules[TRUNK] ? String(rules[TRUNK]) : '',
    /** Whether all numbers of this country are here, so that another one is none. */
    whole: isWhole(country),
    /** Where nobody can tell the two apart, all are under `mobile`. */
    landline: sortAt(MOBILE).length > 0 ? sortAt(LANDLINE) : [],
    mobile: sortAt(MOBILE).length > 0 ? sortAt(MOBILE) : sortAt(LANDLINE),
    other: isWhole(country) ? sorts.flatMap((_, place) => (place > MOBILE ? sortAt(place) : [])) : [],
  };
};

/** The plans of our countries, out of all that libphonenumber-js has in its largest set. */
export const plansText = (): string => `${JSON.stringify(COUNTRIES.map(planOf))}\n`;

/** Writes the plans anew: after a new version of the library, or with another country. */
export const writePlans = (): void => writeFileSync(PLANS_FILE, plansText());
