import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import type * as z from 'zod';
import { District } from '#domain/district/district.ts';
import { chineseCalendar } from './chinese-calendar.ts';
import { readDangerModel } from './danger-model.ts';
import { categoriesOf, dangerRulesOf, FILES, type FileName, type Files, listsOf } from './district-files.ts';
import type { Person } from './people.ts';
import { placeSoundsOf } from './place-sounds.ts';
import { laterProblems, referenceProblems } from './problems-between-files.ts';
import { schemaProblems } from './schema-problems.ts';
import { readSortingModel } from './sorting-model.ts';
import { readYamlFile } from './yaml-file.ts';

/** A district's files that can't be deployed: all that is wrong with them at once, each as `file:line: what and what to do`. */
export class DistrictDataError extends Error {
  override name = 'DistrictDataError';
  readonly problems: readonly string[];

  constructor(folder: string, problems: readonly string[]) {
    super(
      `${folder} has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n${problems.map((line) => `  ${line}`).join('\n')}`,
    );
    this.problems = problems;
  }
}

/** A district with its sounds of places, made when they are first asked for: most who read a district never do. */
const withPlaceSounds = (district: District): District => {
  let sounds: District['placeSounds'];
  return Object.defineProperty(district, 'placeSounds', {
    get: () => {
      sounds ??= placeSoundsOf(district.areas);
      return sounds;
    },
  });
};

/** Reads a district's folder (`config/linzi`), or throws a DistrictDataError that names all that is wrong there. Training reads it without the models. */
export const readDistrict = (folder: string, { withModels = true } = {}): { district: District; people: Person[] } => {
  const within = relative(process.cwd(), resolve(folder));
  const shown = within.startsWith('..') ? resolve(folder) : within || '.';
  const refuse = (problems: readonly string[]): never => {
    throw new DistrictDataError(shown, problems);
  };
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    return refuse([`${shown}: there is no such folder; copy config/example to it and change its files`]);

  const names = Object.keys(FILES) as FileName[];
  const files = Object.fromEntries(names.map((name) => [name, readYamlFile(join(folder, name), join(shown, name))])) as Files;
  const strangers = readdirSync(folder)
    .filter((name) => /\.ya?ml$/i.test(name) && !names.includes(name as FileName))
    .map((name) => ({
      file: join(shown, name),
      line: 1,
      text: `nobody reads this file; the files of a district are ${names.join(', ')}`,
    }));
  const { id } = (files['district.yaml'].value ?? {}) as { id?: unknown };
  const otherName =
    typeof id === 'string' && id !== basename(resolve(folder))
      ? [
          files['district.yaml'].problem(
            ['id'],
            `the id is "${id}" but the folder is "${basename(resolve(folder))}"; give both the same name`,
          ),
        ]
      : [];

  const lists = listsOf(files);
  const rules = dangerRulesOf(files);
  const model = withModels && rules ? readDangerModel(folder, shown, rules) : undefined;
  const categories = categoriesOf(files);
  const sorting = withModels && categories ? readSortingModel(folder, shown, categories) : undefined;
  const problems = [
    ...names.flatMap((name) => files[name].problems),
    ...names.flatMap((name) => (files[name].problems.length > 0 ? [] : schemaProblems(files[name], FILES[name]))),
    ...otherName,
    ...referenceProblems(files, lists),
    ...(model?.problems ?? []),
    ...strangers,
  ];
  problems.push(...laterProblems(files, lists, problems));
  // What is to be corrected first may change what the model must be trained from.
  if (problems.length === 0) problems.push(...(sorting?.problems ?? []));
  if (problems.length > 0) {
    const order = [...names.map((name) => join(shown, name)), ...strangers.map(({ file }) => file)];
    problems.sort((one, other) => order.indexOf(one.file) - order.indexOf(other.file) || one.line - other.line);
    // What stands twice in one line is told once.
    return refuse([...new Set(problems.map(({ file, line, text }) => `${file}:${line}: ${text}`))]);
  }

  const read = <N extends FileName>(name: N): z.infer<(typeof FILES)[N]> =>
    FILES[name].parse(files[name].value) as z.infer<(typeof FILES)[N]>;
  const district = District.parse({
    ...read('district.yaml'),
    calendar: { ...read('calendar.yaml'), ...chineseCalendar() },
    ...read('areas.yaml'),
    ...read('categories.yaml'),
    ...read('departments.yaml'),
    ...read('routing.yaml'),
    limits: read('limits.yaml'),
    phone: read('phone.yaml'),
    danger: { ...read('danger.yaml'), model: model?.model },
    duty: read('duty.yaml'),
    sortingModel: sorting?.model,
  });
  return { district: withPlaceSounds(district), people: read('people.yaml').people };
};
