import type { Area } from '#domain/district/district.ts';
import { seenAs } from '#domain/district/names.ts';
import type { Listed } from './cross-references.ts';
import type { Path, Problem, YamlFile } from './yaml-file.ts';

interface Called {
  id: string;
  name: string;
  /** The name in the other language. */
  translated?: string | undefined;
}

/**
 * Things of one kind that people could not tell apart by their names in one of the languages. Only those `within` the same are compared: villages of
 * two towns and units of two departments may be called the same.
 */
const sameNames = (
  what: string,
  file: YamlFile,
  entries: readonly { value: Called; path: Path; within: string }[],
): Problem[] => {
  const seen = new Map<string, { id: string; name: string }>();
  return entries.flatMap(({ value, path, within }) =>
    (['name', 'translated'] as const).flatMap((field) => {
      const name = value[field];
      if (name === undefined) return [];
      const key = JSON.stringify([within, field, seenAs(name)]);
      const earlier = seen.get(key);
      // One id twice is another problem, and is told by itself.
      if (earlier && earlier.id !== value.id) {
        return [
          file.problem(
            [...path, field],
            `the ${what} "${earlier.id}" is called "${earlier.name}" already; give this one another name`,
          ),
        ];
      }
      seen.set(key, { id: value.id, name });
      return [];
    }),
  );
};

/** Departments, units of one department, and categories below one parent that have the same name. */
export const nameProblems = ({
  departments,
  categories,
}: {
  departments: Listed<Called & { units: Called[] }>;
  categories: Listed<Called & { parent?: string | undefined }>;
}): Problem[] => [
  ...sameNames(
    'department',
    departments.file,
    departments.entries.map((entry) => ({ ...entry, within: '' })),
  ),
  ...sameNames(
    'unit',
    departments.file,
    departments.entries.flatMap(({ value, path }) =>
      value.units.map((unit, n) => ({ value: unit, path: [...path, 'units', n], within: value.id })),
    ),
  ),
  ...sameNames(
    'category',
    categories.file,
    categories.entries.map((entry) => ({ ...entry, within: entry.value.parent ?? '' })),
  ),
];

/** Codes that two areas have. */
export const codeProblems = ({ file, entries }: Listed<Area>): Problem[] => {
  const seen = new Map<string, string>();
  return entries.flatMap(({ value: { id, code }, path }) => {
    const earlier = code === undefined ? undefined : seen.get(code);
    if (code !== undefined && earlier === undefined) seen.set(code, id);
    if (earlier === undefined || earlier === id) return [];
    return [file.problem([...path, 'code'], `the area "${earlier}" has the code "${code}" already; correct one of the two`)];
  });
};

/** Ids that mean something else already: who is on duty `of` the district or the desk, and a rule that was no rule. */
export const reservedProblems = (
  what: string,
  { file, entries }: Listed<{ id: string }>,
  reserved: readonly string[],
): Problem[] =>
  entries
    .filter(({ value }) => reserved.includes(value.id))
    .map(({ value, path }) =>
      file.problem([...path, 'id'], `"${value.id}" can not be the id of a ${what}: it has a meaning already; give it another id`),
    );
