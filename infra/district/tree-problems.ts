import type { Area, Category } from '#domain/district/district.ts';
import { type Listed, unknownReference } from './cross-references.ts';
import type { Problem } from './yaml-file.ts';

/** Parents that are not there, and entries that are their own ancestors. */
export const treeProblems = (what: string, list: Listed<Area | Category>, writtenIn: string): Problem[] => {
  const parents = new Map(list.entries.map(({ value }) => [value.id, value.parent]));
  const circleOf = (id: string): string[] => {
    const way = [id];
    for (let at = parents.get(id); at && !way.includes(at); at = parents.get(at)) way.push(at);
    return parents.get(way.at(-1) ?? id) === id ? way : [];
  };
  const told = new Set<string>();
  return list.entries.flatMap(({ value: { id, parent }, path }) => {
    if (parent === undefined) return [];
    const unknown = unknownReference(what, parent, list, writtenIn);
    if (unknown) return [list.file.problem([...path, 'parent'], unknown)];
    const circle = circleOf(id);
    if (circle.length === 0 || told.has(id)) return [];
    for (const member of circle) told.add(member);
    const way = [...circle, id].join(' → ');
    return [list.file.problem([...path, 'parent'], `the parents go round in a circle (${way}); give one of them another parent`)];
  });
};

const ABOVE: Record<Area['level'], Area['level'] | undefined> = {
  district: undefined,
  town: 'district',
  community: 'town',
  grid: 'community',
};

/** One district above all, and every other area exactly one level below its parent. */
export const areaLevelProblems = ({ file, entries, length }: Listed<Area>): Problem[] => {
  const levels = new Map(entries.map(({ value }) => [value.id, value.level]));
  const districts = entries.filter(({ value }) => value.level === 'district');
  // A refused entry may have been the district.
  const none =
    districts.length === 0 && entries.length === length
      ? [file.problem(['areas'], 'there is no area of level district; add one, the others stand below it')]
      : [];
  const more = districts
    .slice(1)
    .map(({ value, path }) =>
      file.problem(path, `"${value.id}" is a second area of level district; only one may stand above all others`),
    );
  const misplaced = entries.flatMap(({ value: { id, level, parent }, path }) => {
    const above = ABOVE[level];
    if (!above)
      return parent === undefined ? [] : [file.problem([...path, 'parent'], `the district "${id}" has a parent; remove it`)];
    if (parent === undefined) return [file.problem(path, `the ${level} "${id}" has no parent; name the ${above} that it is in`)];
    const actual = levels.get(parent);
    return !actual || actual === above
      ? []
      : [
          file.problem(
            [...path, 'parent'],
            `the ${level} "${id}" stands below the ${actual} "${parent}"; its parent must be a ${above}`,
          ),
        ];
  });
  return [...none, ...more, ...misplaced];
};
