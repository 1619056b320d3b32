import { onceFor } from '#domain/once-for.ts';
import type { Area, Category, District } from './district.ts';
import { namesOf } from './places/place-names.ts';
import { everySaid, longestSaid, plainWords, type Spoken } from './spoken-words.ts';
import { type Branch, lineage } from './tree.ts';

/** What a matter is about, by the district's keywords that were said; not sure when nothing or several things fitted. */
export interface SortedCategory {
  category: string;
  /** The reason: the keywords that decided, as they were heard. */
  words: string[];
  sure: boolean;
}

const MOST_WORDS = 10;

/** What each plain word stands for. */
type Meanings = ReadonlyMap<string, readonly string[]>;

const meaningsOf = <D extends { id: string }>(list: readonly D[], wordsOf: (entry: D) => readonly string[]): Meanings => {
  const meanings = new Map<string, string[]>();
  for (const entry of list) {
    for (const word of new Set(wordsOf(entry).map(plainWords))) {
      meanings.set(word, [...(meanings.get(word) ?? []), entry.id]);
    }
  }
  return meanings;
};

/** The ids on the way from an entry up to its root, its own first. */
const waysUp = (tree: readonly Branch[]): ReadonlyMap<string, readonly string[]> =>
  new Map(tree.map(({ id }) => [id, lineage(tree, id).map((branch) => branch.id)]));

const namesIn = onceFor((areas: readonly Area[]) => meaningsOf(areas, namesOf));
const keywordsIn = onceFor((categories: readonly Category[]) => meaningsOf(categories, ({ keywords = [] }) => keywords));
const waysUpCategories = onceFor((categories: readonly Category[]) => waysUp(categories));

type Words = Pick<District, 'categories' | 'areas'>;

/** All keywords and names of places in a text. Of 稷下街道路灯 the place takes the letters that would make a 道路. */
const everyName = ({ categories, areas }: Words, text: string): Spoken[] =>
  everySaid([...keywordsIn(categories).keys(), ...namesIn(areas).keys()], text);

/**
 * Sorts a matter by the keywords that were said. Of words that share letters the longest counts, each category scores the
 * length of its words, and the highest wins. Of a category and its ancestors with the same score the category is meant;
 * others that are even give their nearest common ancestor, or the general category.
 */
export const categoryIn = (district: Words & Pick<District, 'generalCategory'>, matter: string): SortedCategory => {
  const { categories, generalCategory } = district;
  const keywords = keywordsIn(categories);
  const spoken = new Set(longestSaid(everyName(district, plainWords(matter))).map(({ word }) => word));
  const scores = new Map<string, number>();
  for (const word of spoken) {
    for (const id of keywords.get(word) ?? []) scores.set(id, (scores.get(id) ?? 0) + word.length);
  }
  const highest = Math.max(0, ...scores.values());
  const wayUp = (id: string): readonly string[] => waysUpCategories(categories).get(id) ?? [];
  const even = [...scores.keys()].filter((id) => scores.get(id) === highest);
  const best = even.filter((id) => !even.some((other) => other !== id && wayUp(other).includes(id)));
  const [first] = best;
  if (first === undefined) return { category: generalCategory, words: [], sure: false };
  const words = [...spoken].filter((word) => keywords.get(word)?.some((id) => best.includes(id))).slice(0, MOST_WORDS);
  if (best.length === 1) return { category: first, words, sure: true };
  const common = wayUp(first).find((id) => best.every((other) => wayUp(other).includes(id)));
  return { category: common ?? generalCategory, words, sure: false };
};
