import { existsSync, readdirSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import * as z from 'zod';
import { Danger, DangerRules } from '#domain/district/danger/danger-rules.ts';
import {
  Area,
  CalendarData,
  Category,
  Department,
  District,
  Duty,
  Limits,
  PhoneRules,
  RoutingRule,
} from '#domain/district/district.ts';
import { chineseCalendar } from './chinese-calendar.ts';
import {
  departmentProblems,
  duplicateProblems,
  hoursProblems,
  type Listed,
  limitProblems,
  peopleProblems,
  routingProblems,
  unknownReference,
} from './cross-references.ts';
import { readDangerModel } from './danger-model.ts';
import { dangerProblems, dangerReferenceProblems } from './danger-problems.ts';
import { dutyProblems } from './duty-problems.ts';
import { list } from './list.ts';
import { Person } from './people.ts';
import { schemaProblems } from './schema-problems.ts';
import { calledProblems, keywordProblems } from './spoken-problems.ts';
import { telephoneProblems } from './telephone-problems.ts';
import { areaLevelProblems, treeProblems } from './tree-problems.ts';
import { unreachableRules } from './unreachable-rules.ts';
import { type Problem, readYamlFile, type YamlFile } from './yaml-file.ts';

/** What each file of a district's folder holds, in the order in which their problems are told. */
const FILES = {
  'district.yaml': District.pick({
    id: true,
    letters: true,
    name: true,
    translated: true,
    hotline: true,
    telephone: true,
    language: true,
    utcOffset: true,
    satisfiedFromStars: true,
  }),
  'calendar.yaml': CalendarData.pick({ hours: true }),
  'areas.yaml': District.pick({ areas: true }),
  'departments.yaml': District.pick({ departments: true }),
  'categories.yaml': District.pick({ categories: true, generalCategory: true }),
  'routing.yaml': District.pick({ routing: true }),
  'limits.yaml': Limits,
  'phone.yaml': PhoneRules,
  'danger.yaml': DangerRules.omit({ model: true }),
  'duty.yaml': Duty,
  'people.yaml': z.strictObject({ people: z.array(Person).min(1) }),
} as const;
type FileName = keyof typeof FILES;

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

/** What the file of danger says, when it can be read. */
const dangerRulesOf = (files: Record<FileName, YamlFile>) => FILES['danger.yaml'].safeParse(files['danger.yaml'].value).data;

/** The lists of a district's files, as far as they can be read. */
const listsOf = (files: Record<FileName, YamlFile>) => ({
  areas: list(files['areas.yaml'], 'areas', Area),
  categories: list(files['categories.yaml'], 'categories', Category),
  departments: list(files['departments.yaml'], 'departments', Department),
  routing: list(files['routing.yaml'], 'routing', RoutingRule),
  dangers: list(files['danger.yaml'], 'dangers', Danger),
  people: list(files['people.yaml'], 'people', Person),
});
type Lists = ReturnType<typeof listsOf>;

const referenceProblems = (files: Record<FileName, YamlFile>, lists: Lists): Problem[] => {
  const { areas, categories, departments, routing, dangers, people } = lists;
  const general = (files['categories.yaml'].value as { generalCategory?: unknown } | null | undefined)?.generalCategory;
  const noGeneral = typeof general === 'string' ? unknownReference('category', general, categories, 'this file') : undefined;
  const hours = FILES['calendar.yaml'].safeParse(files['calendar.yaml'].value).data?.hours ?? [];
  const deskHours = FILES['phone.yaml'].safeParse(files['phone.yaml'].value).data?.agents.hours ?? [];
  return [
    ...hoursProblems(files['calendar.yaml'], hours, ['hours']),
    ...hoursProblems(files['phone.yaml'], deskHours, ['agents', 'hours']),
    ...duplicateProblems('area', areas),
    ...treeProblems('area', areas, 'this file'),
    ...(areas.length > 0 ? areaLevelProblems(areas) : []),
    ...calledProblems(areas),
    ...duplicateProblems('department', departments),
    ...departmentProblems(departments, areas),
    ...(noGeneral ? [files['categories.yaml'].problem(['generalCategory'], noGeneral)] : []),
    ...duplicateProblems('category', categories),
    ...treeProblems('category', categories, 'this file'),
    ...keywordProblems(categories),
    ...duplicateProblems('rule', routing),
    ...routingProblems(routing, lists),
    ...limitProblems(files['limits.yaml'], categories),
    ...dangerProblems(dangers),
    ...dangerReferenceProblems(files['danger.yaml'], dangerRulesOf(files), dangers),
    ...dutyProblems(files['duty.yaml'], departments),
    ...telephoneProblems({ district: files['district.yaml'], duty: files['duty.yaml'] }, people),
    ...duplicateProblems('person', people),
    ...peopleProblems(people, departments),
  ];
};

const unreachableProblems = ({ routing, areas, categories }: Lists): Problem[] => {
  const values = <T>({ entries }: Listed<T>): T[] => entries.map(({ value }) => value);
  return unreachableRules(values(routing), values(areas), values(categories)).map(({ rule, hiddenBy }) =>
    routing.file.problem(
      routing.entries.find(({ value }) => value === rule)?.path ?? [],
      `no matter ever reaches "${rule.id}": ${hiddenBy.map(({ id }) => `"${id}"`).join(', ')} above it take all that it fits; move it up or remove it`,
    ),
  );
};

/** Reads a district's folder (`config/linzi`), or throws a DistrictDataError that names all that is wrong there. Training reads it without the model. */
export const readDistrict = (folder: string, { withModel = true } = {}): { district: District; people: Person[] } => {
  const within = relative(process.cwd(), resolve(folder));
  const shown = within.startsWith('..') ? resolve(folder) : within || '.';
  const refuse = (problems: readonly string[]): never => {
    throw new DistrictDataError(shown, problems);
  };
  if (!existsSync(folder)) return refuse([`${shown}: there is no such folder; copy config/example to it and change its files`]);

  const names = Object.keys(FILES) as FileName[];
  const files = Object.fromEntries(names.map((name) => [name, readYamlFile(join(folder, name), join(shown, name))])) as Record<
    FileName,
    YamlFile
  >;
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
  const model = withModel && rules ? readDangerModel(folder, shown, rules) : undefined;
  const problems = [
    ...names.flatMap((name) => files[name].problems),
    ...names.flatMap((name) => (files[name].problems.length > 0 ? [] : schemaProblems(files[name], FILES[name]))),
    ...otherName,
    ...referenceProblems(files, lists),
    ...(model?.problems ?? []),
    ...strangers,
  ];
  // Which rules can be reached is a sound question only once the rules, and the trees that they speak of, are.
  const sound = !problems.some(({ file }) => ['areas.yaml', 'categories.yaml', 'routing.yaml'].includes(basename(file)));
  if (sound) problems.push(...unreachableProblems(lists));
  if (problems.length > 0) {
    const order = [...names.map((name) => join(shown, name)), ...strangers.map(({ file }) => file)];
    problems.sort((one, other) => order.indexOf(one.file) - order.indexOf(other.file) || one.line - other.line);
    return refuse(problems.map(({ file, line, text }) => `${file}:${line}: ${text}`));
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
  });
  return { district, people: read('people.yaml').people };
};
