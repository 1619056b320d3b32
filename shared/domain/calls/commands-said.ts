import { everySaid, plainWords } from '#domain/district/spoken-words.ts';
import type { Catalogue, Heard } from './words/catalogue.ts';

/** So many letters beside words for a person say something else, too: 暖气不热，给我转人工. */
const SAYS_MORE = 4;

/** So much may stand beside words that mean a person wherever they are said: 别跟我扯这个，转人工. */
const MOST_BESIDE = 40;

/** What is made of a list of the catalogue once: it is asked for at every step of every call. */
const onceOf = <L extends object, M>(make: (list: L) => M): ((list: L) => M) => {
  const made = new WeakMap<L, M>();
  return (list) => {
    const known = made.get(list) ?? make(list);
    made.set(list, known);
    return known;
  };
};
const plainOf = onceOf((words: readonly string[]) => [...new Set(words.map(plainWords))]);
const byChoice = onceOf((words: Heard) => {
  const choices = new Map<string, string[]>();
  for (const [word, choice] of words) choices.set(choice, [...(choices.get(choice) ?? []), plainWords(word)]);
  return choices;
});
const wordsOfKinds = onceOf((words: Heard) => words.map(([word]) => word));

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

/** What words for a person leave of a sentence; undefined where it has none. 转人工 asks for one wherever it is said. */
export const besidePerson = (heard: Catalogue['heard'], speech: string): { says: 'more' | 'nothing' } | undefined => {
  const text = plainWords(speech);
  const asked = lettersOf(plainOf(heard.person), text);
  if (asked.length === 0 || text.length > MOST_BESIDE) return undefined;
  return { says: countBeside(text, asked, lettersAround(heard, text)) >= SAYS_MORE ? 'more' : 'nothing' };
};

/** What a sentence is that tells nothing: a greeting, a yes to no question, whether somebody listens, or who answers. */
export const nothingIn = (heard: Catalogue['heard'], speech: string): 'noise' | 'machine' | undefined => {
  const { noise, machine, confirm, kind } = heard;
  const text = plainWords(speech);
  if (text === '') return 'noise';
  const answers = [noise, confirm.yes, confirm.yesAlone, confirm.no, confirm.noAlone, wordsOfKinds(kind)];
  const empty = [...answers.flatMap((words) => lettersOf(plainOf(words), text)), ...lettersAround(heard, text)];
  const asks = lettersOf(plainOf(machine), text);
  if (asks.length > 0 && countBeside(text, asks, empty) === 0) return 'machine';
  return countBeside(text, empty) === 0 ? 'noise' : undefined;
};
