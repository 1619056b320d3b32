import type { Area, CalendarData, Category, Department, RoutingRule } from '#domain/district/district.ts';
import { nearestId } from './nearest-id.ts';
import { departmentOfGroup, type Person } from './people.ts';
import type { Path, Problem, YamlFile } from './yaml-file.ts';

/** Entries of a list in a file, each with its place there; those that their schema refused are left out. */
export interface Listed<T> {
  file: YamlFile;
  entries: { value: T; path: Path }[];
  /** How many there are as written, the refused ones too. */
  length: number;
  /** The ids in the list, of refused entries too; undefined when the file could not be read, so that nobody blames its users. */
  ids: ReadonlySet<string> | undefined;
}

/** A reference to an id that is not there, and which one was probably meant. */
export const unknownReference = (
  what: string,
  id: string,
  list: Pick<Listed<unknown>, 'ids'>,
  writtenIn: string,
): string | undefined => {
  if (!list.ids || list.ids.has(id)) return undefined;
  const nearest = nearestId(id, list.ids);
  const meant = nearest === undefined ? '' : `did you mean "${nearest}"? If not, `;
  return `there is no ${what} "${id}"; ${meant}add it to ${writtenIn} or use one of those`;
};

/** Ids that stand twice in a list. */
export const duplicateProblems = (
  what: string,
  { file, entries }: Pick<Listed<{ id: string }>, 'file' | 'entries'>,
): Problem[] => {
  const seen = new Set<string>();
  return entries.flatMap(({ value: { id }, path }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [file.problem([...path, 'id'], `the ${what} "${id}" is there already; give this one another id or remove it`)];
  });
};

/** Units that nobody tells apart, that cover what is not there or what a sister covers, and departments that leave places uncovered. */
export const departmentProblems = ({ file, entries }: Listed<Department>, areas: Listed<Area>): Problem[] => {
  const district = areas.entries.find(({ value }) => value.level === 'district')?.value.id;
  const units = entries.flatMap(({ value, path }) =>
    value.units.map((unit, n) => ({ value: unit, path: [...path, 'units', n] })),
  );
  // Figures count by unit, so an id must be one unit's in the whole district.
  const duplicates = duplicateProblems('unit', { file, entries: units });
  const coverage = entries.flatMap(({ value: { id, units }, path }) => {
    const coveredBy = new Map<string, string>();
    const problems = units.flatMap((unit, n) =>
      unit.areas.flatMap((area, m) => {
        const place = [...path, 'units', n, 'areas', m];
        const unknown = unknownReference('area', area, areas, 'areas.yaml');
        if (unknown) return [file.problem(place, unknown)];
        const other = coveredBy.get(area);
        coveredBy.set(area, other ?? unit.id);
        if (!other) return [];
        return [file.problem(place, `"${area}" is covered by the unit "${other}" already; remove it from one of the two`)];
      }),
    );
    // Without this a matter from an uncovered place, or from no known place, would land on whatever unit is written first.
    const uncovered = district && !coveredBy.has(district);
    if (uncovered) {
      problems.push(
        file.problem(
          [...path, 'units'],
          `no unit of "${id}" covers the whole district; add "${district}" to the areas of the one that takes the rest`,
        ),
      );
    }
    return problems;
  });
  return [...duplicates, ...coverage];
};

/** Conditions and departments of the rules that are not there, and rules in the wrong place for a catch-all. */
export const routingProblems = (
  { file, entries, length }: Listed<RoutingRule>,
  known: { areas: Listed<Area>; categories: Listed<Category>; departments: Listed<Department> },
): Problem[] => {
  const references = entries.flatMap(({ value: { when, department }, path }) => {
    const twice = (ids: readonly string[] = [], condition: string): Problem[] =>
      ids.flatMap((id, n) =>
        ids.indexOf(id) < n
          ? [file.problem([...path, 'when', condition, n], `"${id}" stands there twice; remove one of the two`)]
          : [],
      );
    const check = (what: string, id: string, list: Listed<unknown>, writtenIn: string, ...place: PropertyKey[]): Problem[] => {
      const unknown = unknownReference(what, id, list, writtenIn);
      return unknown ? [file.problem([...path, ...place], unknown)] : [];
    };
    return [
      ...(when.categories ?? []).flatMap((id, n) =>
        check('category', id, known.categories, 'categories.yaml', 'when', 'categories', n),
      ),
      ...(when.areas ?? []).flatMap((id, n) => check('area', id, known.areas, 'areas.yaml', 'when', 'areas', n)),
      ...twice(when.categories, 'categories'),
      ...twice(when.areas, 'areas'),
      ...twice(when.kinds, 'kinds'),
      ...check('department', department, known.departments, 'departments.yaml', 'department'),
    ];
  });
  const catchesAll = ({ when }: RoutingRule): boolean => !when.categories && !when.areas && !when.kinds;
  // The last rule as it is written: a refused entry at the end is not to be mistaken for a missing catch-all.
  const last = entries.find(({ path }) => path[1] === length - 1);
  const early = entries
    .filter((entry) => entry !== last && catchesAll(entry.value))
    .map(({ value, path }) =>
      file.problem(
        path,
        `"${value.id}" fits everything, so no rule below it is ever read; move it to the end or give it a condition`,
      ),
    );
  const open =
    last && !catchesAll(last.value)
      ? [
          file.problem(
            last.path,
            `the last rule, "${last.value.id}", does not fit everything; add one below it with "when: {}" that names the department for all the rest`,
          ),
        ]
      : [];
  return [...references, ...early, ...open];
};

/** Groups of departments that are not there, and a telephone by which two people would sign in. */
export const peopleProblems = ({ file, entries }: Listed<Person>, departments: Listed<Department>): Problem[] => {
  const owners = new Map<string, string>();
  return entries.flatMap(({ value, path }) => {
    const unknown = value.groups.flatMap((group, n) => {
      const department = departmentOfGroup(group);
      const problem = department && unknownReference('department', department, departments, 'departments.yaml');
      return problem ? [file.problem([...path, 'groups', n], problem)] : [];
    });
    const owner = owners.get(value.phone);
    owners.set(value.phone, owner ?? value.id);
    if (owner === undefined) return unknown;
    return [
      ...unknown,
      file.problem([...path, 'phone'], `${value.phone} is the telephone of "${owner}" already; give one another`),
    ];
  });
};

/** Working hours, below `path` in their file, that end before they begin, overlap or stand out of order. */
export const hoursProblems = (file: YamlFile, hours: CalendarData['hours'], path: Path): Problem[] =>
  hours.flatMap(({ from, to }, n) => {
    const before = hours[n - 1];
    if (from >= to)
      return [
        file.problem([...path, n], `the working hours ${from}–${to} end before they begin; let "from" be earlier than "to"`),
      ];
    if (before && from < before.to) {
      return [
        file.problem(
          [...path, n],
          `${from}–${to} overlaps or stands below a later ${before.from}–${before.to}; write the hours in order, each beginning when the one above has ended`,
        ),
      ];
    }
    return [];
  });
