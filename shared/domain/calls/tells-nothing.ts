import { besidePerson, commandIn, nothingIn } from './commands-said.ts';
import type { NoMatter } from './no-matters.ts';
import { catalogueOf } from './words/catalogues.ts';

/** A matter has so many letters, or signs of words, at least. */
const FEWEST_LETTERS = 2;

/**
 * Whether what somebody wrote is no matter, by the words that say nothing on the phone, in both languages: a greeting, a yes to no
 * question, a wish for a person and nothing else. Undefined for everything that may be one.
 */
export const noMatterIn = (written: string): NoMatter | undefined => {
  const all = [catalogueOf('zh').heard, catalogueOf('en').heard];
  for (const heard of all) {
    const person = besidePerson(heard, written);
    if (person?.isCry) return undefined;
    if (person?.says === 'nothing' || commandIn([heard.anywhere], heard, written) === 'agent') return 'wants-person';
  }
  const letters = written.match(/\p{L}/gu)?.length ?? 0;
  return letters < FEWEST_LETTERS || all.some((heard) => nothingIn(heard, written) !== undefined) ? 'nothing' : undefined;
};
