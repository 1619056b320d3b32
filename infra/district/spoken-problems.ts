import type { Area, Category } from '#domain/district/district.ts';
import { plainWords } from '#domain/district/spoken-words.ts';
import type { Listed } from './cross-references.ts';
import type { Path, Problem } from './yaml-file.ts';

/** A word that is listened for, what it stands for, and where it is written. */
export interface Written<T> {
  word: string;
  of: T;
  path: Path;
}

/** Gives each word of a list what it stands for, and its place. */
export const written = <T>(of: T, words: readonly string[], path: Path): Written<T>[] =>
  words.map((word, n) => ({ word, of, path: [...path, n] }));

/** Compares each word with those above it that sound the same, and tells of those that have no sound. */
export const heardProblems = <T>(
  { file }: Pick<Listed<unknown>, 'file'>,
  words: readonly Written<T>[],
  problem: (word: Written<T>, earlier: readonly Written<T>[]) => string | undefined,
): Problem[] => {
  const heard = new Map<string, Written<T>[]>();
  return words.flatMap((one) => {
    const plain = plainWords(one.word);
    if (plain === '') return [file.problem(one.path, `"${one.word}" can't be heard; write a word with letters or remove it`)];
    const earlier = heard.get(plain) ?? [];
    heard.set(plain, [...earlier, one]);
    const text = problem(one, earlier);
    return text === undefined ? [] : [file.problem(one.path, text)];
  });
};

/** Keywords that stand twice in one category. Two categories may share one: a matter is then their common ancestor's. */
export const keywordProblems = (categories: Listed<Category>): Problem[] =>
  categories.entries.flatMap(({ value: { id, keywords = [] }, path }) =>
    heardProblems(categories, written(id, keywords, [...path, 'keywords']), ({ word }, [earlier]) =>
      earlier ? `the keyword "${word}" stands in "${id}" already; remove one of the two` : undefined,
    ),
  );

/** Topics that stand twice, in one category or in two: a sorter that learns from them could not tell which one is meant. */
export const topicProblems = (categories: Listed<Category>): Problem[] => {
  const topics = categories.entries.flatMap(({ value: { id, topics: own = [] }, path }) => written(id, own, [...path, 'topics']));
  return heardProblems(categories, topics, ({ word }, [earlier]) =>
    earlier ? `the topic "${word}" stands in "${earlier.of}" already; remove one of the two` : undefined,
  );
};

/**
 * What two areas of one level are called, so that a caller could not tell them apart. Only the names of villages in
 * different towns may be the same: a caller names the town, too.
 */
export const calledProblems = (areas: Listed<Area>): Problem[] => {
  const words = areas.entries.flatMap(({ value, path }) => [
    { word: value.name, of: { area: value, isName: true }, path: [...path, 'name'] },
    ...(value.translated === undefined
      ? []
      : [{ word: value.translated, of: { area: value, isName: true }, path: [...path, 'translated'] }]),
    ...written({ area: value, isName: false }, value.alsoCalled ?? [], [...path, 'alsoCalled']),
  ]);
  return heardProblems(areas, words, ({ word, of: { area, isName } }, earlier) => {
    const same = earlier.find(
      ({ of }) => of.area.level === area.level && (!isName || !of.isName || of.area.parent === area.parent),
    );
    if (!same) return undefined;
    return same.of.area === area
      ? `"${area.id}" is called "${word}" already; remove one of the two`
      : `the ${area.level} "${same.of.area.id}" is called "${word}" already, and callers could not tell the two apart; change or remove one`;
  });
};
