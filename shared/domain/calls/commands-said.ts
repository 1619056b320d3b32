import { everySaid, plainWords } from '#domain/district/spoken-words.ts';
import { onceFor } from '#domain/once-for.ts';
import type { Catalogue, Heard } from './words/catalogue.ts';

/** So many letters beside words for a person say something else, too: 暖气不热，给我转人工. */
const SAYS_MORE = 4;

/** So much may stand beside words that mean a person wherever they are said: 别跟我扯这个，转人工. */
const MOST_BESIDE = 40;

// Asked for at every step of every call.
const plainOf = onceFor((words: readonly string[]) => [...new Set(words.map(plainWords))]);
const byChoice = onceFor((words: Heard) => {
  const choices = new Map<string, string[]>();
  for (const [word, choice] of words) choices.set(choice, [...(choices.get(choice) ?? []), plainWords(word)]);
  return choices;
});
const wordsOfKinds = onceFor((words: Heard) => words.map(([word]) => word));

/** The letters of a plain text that belong to words. */
const lettersOf = (words: readonly string[], text: string): number[] =>
  everySaid(words, text).flatMap(({ at, end }) => Array.from({ length: end - at }, (_, n) => at + n));

/** How many letters of a plain text belong to none of these. */
const countBeside = (text: string, ...known: readonly number[][]): number => {
  const letters = new Set(known.flat());
  return [...text.matchAll(/[^ ,]/gu)].filter(({ index }) => !letters.has(index)).length;
};

/** The letters that say no more, beside whatever else is said. */
const lettersAround = ({ around, fillers, particles }: Catalogue['heard'], text: string): number[] =>
  [around, fillers, particles].flatMap((words) => lettersOf(plainOf(words), text));

/** Whether some of these words were said, and nothing else but words that say no more. */
export const isAll = (words: readonly string[], heard: Catalogue['heard'], speech: string): boolean => {
  const text = plainWords(speech);
  const wanted = lettersOf(plainOf(words), text);
  return wanted.length > 0 && countBeside(text, wanted, lettersAround(heard, text)) === 0;
};

/**
 * The command that a sentence is: one only when all of the sentence is its words and words around them that say no more.
 * What says anything else is a matter: 老板不给人工费.
 */
export const commandIn = (lists: readonly Heard[], heard: Catalogue['heard'], speech: string): string | undefined => {
  const text = plainWords(speech);
  const around = lettersAround(heard, text);
  for (const list of lists) {
    for (const [choice, words] of byChoice(list)) {
      const wanted = lettersOf(words, text);
      if (wanted.length > 0 && countBeside(text, wanted, around) === 0) return choice;
    }
  }
  return undefined;
};

/** The letters of a plain text that belong to a pattern. */
const lettersBy = (pattern: RegExp, text: string): number[] =>
  [...text.matchAll(pattern)].flatMap(({ 0: said, index }) => Array.from(said, (_, n) => index + n));

/** Whether somebody says that they want no person: 不用人工，我自己录. */
export const refusesPerson = ({ personSaid }: Catalogue['heard'], speech: string): boolean =>
  lettersBy(personSaid.refused, plainWords(speech)).length > 0;

/** What is beside the wish for a person; and whether it may as well be a cry for help. */
interface BesidePerson {
  says: 'more' | 'nothing';
  isCry: boolean;
}

/** What words for a person leave of a sentence; undefined where it has none. 转人工 asks for one wherever it is said. */
export const besidePerson = (heard: Catalogue['heard'], speech: string): BesidePerson | undefined => {
  const text = plainWords(speech);
  if (text.length > MOST_BESIDE || refusesPerson(heard, speech)) return undefined;
  const { person, personSaid, noise, anywhere } = heard;
  const asked = [...lettersOf(plainOf(person), text), ...lettersBy(personSaid.anywhere, text)];
  const anybody = lettersBy(personSaid.alone, text);
  const around = lettersAround(heard, text);
  const empty = [...around, ...lettersOf(plainOf(noise), text), ...lettersOf(byChoice(anywhere).get('agent') ?? [], text)];
  if (asked.length > 0)
    return { says: countBeside(text, asked, anybody, around) >= SAYS_MORE ? 'more' : 'nothing', isCry: false };
  return anybody.length > 0 && countBeside(text, anybody, empty) === 0
    ? { says: 'nothing', isCry: personSaid.cries.test(text) }
    : undefined;
};

/** More letters beside the question name the matter, and are not lost: 我反映的路灯咋样了. */
const MOST_NAMED = 1;

/** Whether a sentence only asks what became of something that was filed before: 我报的那个事咋样了. */
export const asksWhatBecame = (heard: Catalogue['heard'], speech: string): boolean => {
  const text = plainWords(speech);
  const [filed, became] = [lettersBy(heard.personSaid.filed, text), lettersBy(heard.personSaid.became, text)];
  const beside = countBeside(text, filed, became, lettersAround(heard, text), lettersOf(plainOf(heard.noise), text));
  return filed.length > 0 && became.length > 0 && beside <= MOST_NAMED;
};

/** What a sentence is that tells nothing: a greeting, a yes to no question, whether somebody listens, or who answers. */
export const nothingIn = (heard: Catalogue['heard'], speech: string): 'noise' | 'machine' | undefined => {
  const { noise, machine, confirm, kind, personSaid } = heard;
  const text = plainWords(speech);
  if (text === '') return 'noise';
  const answers = [noise, confirm.yes, confirm.yesAlone, confirm.no, confirm.noAlone, wordsOfKinds(kind)];
  const refused = lettersBy(personSaid.refused, text);
  const itself = refused.length > 0 ? lettersOf(plainOf(personSaid.themselves), text) : [];
  const known = answers.flatMap((words) => lettersOf(plainOf(words), text));
  const empty = [...known, ...lettersAround(heard, text), ...refused, ...itself];
  const asks = lettersOf(plainOf(machine), text);
  if (asks.length > 0 && countBeside(text, asks, empty) === 0) return 'machine';
  return countBeside(text, empty) === 0 ? 'noise' : undefined;
};
