import { writeFileSync } from 'node:fs';
import max from 'libphonenumber-js/metadata.max.json';
import { COUNTRIES } from '#domain/telephone/home.ts';

/** Where the plans are kept. */
export const PLANS_FILE = new URL('../../shared/domain/telephone/numbering-plans.json', import.meta.url);

const isOurs = (country: string): boolean => COUNTRIES.some((one) => one === country);

/**
 * The plans of our countries out of all that the library has, in its form. `shared` are the calling codes that other
 * countries have too. Those with the same code that we do not know would be looked up by the library, so they are left out.
 */
export const plansText = (): string => {
  const all = max as unknown as {
    version: number;
    country_calling_codes: Record<string, string[]>;
    countries: Record<string, unknown>;
  };
  const codes = Object.entries(all.country_calling_codes).filter(([, countries]) => countries.some(isOurs));
  const plans = {
    version: all.version,
    country_calling_codes: Object.fromEntries(codes.map(([code, countries]) => [code, countries.filter(isOurs)])),
    countries: Object.fromEntries(COUNTRIES.map((country) => [country, all.countries[country]])),
    nonGeographic: {},
    shared: codes.filter(([, countries]) => !countries.every(isOurs)).map(([code]) => code),
  };
  return `${JSON.stringify(plans)}\n`;
};

/** Writes the plans anew: after a new version of the library, or with another country. */
export const writePlans = (): void => writeFileSync(PLANS_FILE, plansText());
