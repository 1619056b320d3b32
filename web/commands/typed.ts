import type { Filled } from './filled.ts';

/** What was typed into several forms, by the key of each. */
export type Typed = readonly (readonly [key: string, filled: Filled])[];

/** The key of one form: who types, which command, and on what (a ticket, and the department for which somebody works). */
export const formKey = (person: string | undefined, command: string, place: Readonly<Record<string, string>>): string =>
  JSON.stringify([person ?? '', command, ...Object.entries(place).sort().flat()]);

/** What was typed into one form. */
export const typedIn = (all: Typed, key: string): Filled => new Map(all).get(key) ?? {};

/** All that was typed, after something was typed into one form. A form that is empty again is not kept. */
export const withTyped = (all: Typed, key: string, filled: Filled): Typed => {
  const others = all.filter(([other]) => other !== key);
  return Object.values(filled).some((text) => text !== '') ? [...others, [key, filled]] : others;
};
