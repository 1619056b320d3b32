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
import { list } from './list.ts';
import { Person } from './people.ts';
import type { YamlFile } from './yaml-file.ts';

/** What each file of a district's folder holds, in the order in which their problems are told. */
export const FILES = {
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
    sorting: true,
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
/** The name of one of them. */
export type FileName = keyof typeof FILES;

/** Each of them, as it was read. */
export type Files = Record<FileName, YamlFile>;

/** The categories, when their file can be read. */
export const categoriesOf = (files: Files) => FILES['categories.yaml'].safeParse(files['categories.yaml'].value).data?.categories;

/** What the file of danger says, when it can be read. */
export const dangerRulesOf = (files: Files) => FILES['danger.yaml'].safeParse(files['danger.yaml'].value).data;

/** The lists of a district's files, as far as they can be read. */
export const listsOf = (files: Files) => ({
  areas: list(files['areas.yaml'], 'areas', Area),
  categories: list(files['categories.yaml'], 'categories', Category),
  departments: list(files['departments.yaml'], 'departments', Department),
  routing: list(files['routing.yaml'], 'routing', RoutingRule),
  dangers: list(files['danger.yaml'], 'dangers', Danger),
  people: list(files['people.yaml'], 'people', Person),
});
/** Those lists. */
export type Lists = ReturnType<typeof listsOf>;
