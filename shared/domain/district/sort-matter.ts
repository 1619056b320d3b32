import type { Area, Category, District } from './district.ts';
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

/** Makes something of a district's data once: it is asked for at every step of every call. */
const onceFor = <D extends object, M>(make: (data: D) => M): ((data: D) => M) => {
  const made = new WeakMap<D, M>();
  return (data) => {
    const known = made.get(data) ?? make(data);
    made.set(data, known);
    return known;
  };
};

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

/** An area's full names, in each language. */
const fullNamesOf = ({ name, translated }: Area): string[] => (translated === undefined ? [name] : [name, translated]);
/** All that an area is called. */
export const namesOf = (area: Area): string[] => [...fullNamesOf(area), ...(area.alsoCalled ?? [])];
const namesIn = onceFor((areas: readonly Area[]) => meaningsOf(areas, namesOf));
const fullNamesIn = onceFor((areas: readonly Area[]) => new Set(areas.flatMap(fullNamesOf).map(plainWords)));
const keywordsIn = onceFor((categories: readonly Category[]) => meaningsOf(categories, ({ keywords = [] }) => keywords));
const waysUpAreas = onceFor((areas: readonly Area[]) => waysUp(areas));
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

// Not 路灯, 路面 and 街道: those are in the town.
const NAMED_AFTER =
  /^(?:路(?![灯面])|街(?!道)|大街|大道|巷|桥|小区|花园|家园|广场|市场|商场|医院|学校|中学|小学|幼儿园|酒店|宾馆|大厦)/;
const NAMED_AFTER_IN_ENGLISH = /^ (?:road|street|avenue|lane|school|hospital|hotel)(?![a-z])/;

/** Whether only something was named that is called after a place, and may lie anywhere: 闻韶路, Riverside Road. */
const isOnlyNamedAfter = (areas: readonly Area[], { word, end }: Spoken, text: string): boolean =>
  NAMED_AFTER_IN_ENGLISH.test(text.slice(end)) || (!fullNamesIn(areas).has(word) && NAMED_AFTER.test(text.slice(end)));

/**
 * The most precise area that was named; undefined when none was, or several that do not lie within each other. A name
 * that several areas have means the one that lies within another one that was named. That it is in the district goes
 * without saying.
 */
export const areaIn = ({ areas }: Pick<District, 'areas'>, said: string): string | undefined => {
  const text = plainWords(said);
  const wayUp = (id: string): readonly string[] => waysUpAreas(areas).get(id) ?? [];
  const above = (id: string): readonly string[] => wayUp(id).slice(1);
  const spoken = longestSaid(everySaid(namesIn(areas).keys(), text)).filter((one) => !isOnlyNamedAfter(areas, one, text));
  const meanings = [...new Set(spoken.map(({ word }) => word))].map((word) => {
    const ids = namesIn(areas).get(word) ?? [];
    // Of a town and a village in it that are called the same, the town is right in any case.
    return ids.filter((id) => !above(id).some((higher) => ids.includes(higher)));
  });
  let named = meanings.flatMap((ids) => (ids.length === 1 ? ids : [])).filter((id) => above(id).length > 0);
  // The villages of one name first, then their grids.
  for (const depth of [1, 2, 3]) {
    const within = (id: string): number => above(id).filter((higher) => named.includes(higher)).length;
    const meant = meanings.flatMap((ids) => {
      if (ids.length < 2 || Math.min(...ids.map((id) => above(id).length)) !== depth) return [];
      const most = Math.max(...ids.map(within));
      const fitting = ids.filter((id) => within(id) === most);
      return most > 0 && fitting.length === 1 ? fitting : [];
    });
    named = [...named, ...meant];
  }
  return named.find((id) => named.every((other) => wayUp(id).includes(other)));
};
