import { basename } from 'node:path';
import {
  departmentProblems,
  duplicateProblems,
  hoursProblems,
  type Listed,
  peopleProblems,
  routingProblems,
  unknownReference,
} from './cross-references.ts';
import { dangerProblems, dangerReferenceProblems } from './danger-problems.ts';
import { dangerRulesOf, FILES, type FileName, type Files, type Lists } from './district-files.ts';
import { dutyProblems } from './duty-problems.ts';
import { dayLimitProblems, limitProblems, unknownLimitProblems } from './limit-problems.ts';
import { codeProblems, nameProblems, reservedProblems } from './name-problems.ts';
import { calledProblems, keywordProblems, topicProblems } from './spoken-problems.ts';
import { telephoneProblems } from './telephone-problems.ts';
import { areaLevelProblems, treeProblems } from './tree-problems.ts';
import { unreachableRules } from './unreachable-rules.ts';
import type { Problem } from './yaml-file.ts';

/** What names something in another place that is not there, or contradicts it. */
export const referenceProblems = (files: Files, lists: Lists): Problem[] => {
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
    ...codeProblems(areas),
    ...duplicateProblems('department', departments),
    ...departmentProblems(departments, areas),
    ...(noGeneral ? [files['categories.yaml'].problem(['generalCategory'], noGeneral)] : []),
    ...duplicateProblems('category', categories),
    ...treeProblems('category', categories, 'this file'),
    ...keywordProblems(categories),
    ...topicProblems(categories),
    ...duplicateProblems('rule', routing),
    ...routingProblems(routing, lists),
    ...unknownLimitProblems(files['limits.yaml'], categories),
    ...dayLimitProblems(files['limits.yaml'], files['phone.yaml']),
    ...nameProblems(lists),
    // `of` whom somebody on duty is.
    ...reservedProblems('department', departments, ['district', 'desk']),
    ...reservedProblems('rule', routing, ['by-hand']),
    ...dangerProblems(dangers),
    ...dangerReferenceProblems(files['danger.yaml'], dangerRulesOf(files), dangers),
    ...dutyProblems(files['duty.yaml'], departments),
    ...telephoneProblems({ district: files['district.yaml'], duty: files['duty.yaml'] }, people),
    ...duplicateProblems('person', people),
    ...peopleProblems(people, departments),
  ];
};

/** Rules that decide nothing. */
const unreachableProblems = ({ routing, areas, categories }: Lists): Problem[] => {
  const values = <T>({ entries }: Listed<T>): T[] => entries.map(({ value }) => value);
  return unreachableRules(values(routing), values(areas), values(categories)).map(({ rule, hiddenBy }) =>
    routing.file.problem(
      routing.entries.find(({ value }) => value === rule)?.path ?? [],
      `no matter ever reaches "${rule.id}": ${hiddenBy.map(({ id }) => `"${id}"`).join(', ')} above it take all that it fits; move it up or remove it`,
    ),
  );
};

/** Questions that have a sound answer only once the files that they are asked of have no other problem. */
export const laterProblems = (files: Files, lists: Lists, problems: readonly Problem[]): Problem[] => {
  const faulty = new Set(problems.map(({ file }) => basename(file)));
  const areSound = (...names: FileName[]): boolean => !names.some((name) => faulty.has(name));
  const hours = FILES['calendar.yaml'].safeParse(files['calendar.yaml'].value).data?.hours;
  return [
    ...(areSound('areas.yaml', 'categories.yaml', 'routing.yaml') ? unreachableProblems(lists) : []),
    ...(hours && areSound('calendar.yaml', 'categories.yaml', 'limits.yaml')
      ? limitProblems(files['limits.yaml'], hours, lists.categories)
      : []),
  ];
};
