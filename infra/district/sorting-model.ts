import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Category } from '#domain/district/district.ts';
import type { SortingModel } from '#domain/district/sorting/sorting-model.ts';
import { utf8Text } from './utf8-text.ts';
import type { Problem } from './yaml-file.ts';

/** Where a district's examples of matters are, what their names begin with, and the model that is trained from them. */
export const SORTING = 'sorting';
export const EXAMPLES = 'examples';
export const SORTING_MODEL = 'sorting-model.json';

const TRAIN = 'run npm run train-sorting';

/** What the names of tables begin with that hold topics in another language than the categories' own. */
export const TOPICS = 'topics';

const isTable = (file: string): boolean =>
  [EXAMPLES, TOPICS].some((beginning) => file.startsWith(beginning)) && file.endsWith('.tsv');

/** The tables in a district's folder that the model is trained from, in the order of their names. */
export const sortingTables = (folder: string): string[] => {
  const sorting = join(folder, SORTING);
  if (!existsSync(sorting)) return [];
  const files = readdirSync(sorting).filter(isTable);
  return files.sort().map((file) => join(SORTING, file));
};

/** What the model is trained from: the tables, and each category's own words. */
export const trainedFrom = (tables: readonly string[], categories: readonly Category[]): string => {
  const hash = createHash('sha256');
  for (const table of tables) hash.update(table);
  const words = categories.map(({ id, name, translated, keywords, topics }) => [id, name, translated, keywords, topics]);
  return hash.update(JSON.stringify(words)).digest('hex');
};

const Lines = z.array(z.string());

const LinearSchema = z.strictObject({
  classes: z.array(z.string()).min(1).max(250),
  above: z.array(z.int().min(0).max(255)),
  runs: Lines,
  rarity: Lines,
  counts: Lines,
  places: Lines,
  weights: Lines,
  bias: z.array(z.int()),
  points: z.strictObject({ chinese: z.number().positive(), spelt: z.number().positive() }),
});

/** The file of a model. It is checked here, once; a function reads it as it was written. */
const ModelSchema: z.ZodType<SortingModel> = z.strictObject({
  trainedFrom: z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256, 64 hexadecimal digits'),
  category: LinearSchema,
  kind: LinearSchema,
});

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Reads the sorter of a district's folder; a district without examples has none. `shown` is the folder's name in problems. */
export const readSortingModel = (
  folder: string,
  shown: string,
  categories: readonly Category[],
): { model: SortingModel | undefined; problems: Problem[] } => {
  const wrong = (name: string, text: string) => ({ model: undefined, problems: [{ file: join(shown, name), line: 1, text }] });
  const names = sortingTables(folder);
  const file = join(folder, SORTING_MODEL);
  if (names.length === 0) {
    if (!existsSync(file)) return { model: undefined, problems: [] };
    return wrong(SORTING, `there are no examples that ${SORTING_MODEL} was trained from; write them, or remove ${SORTING_MODEL}`);
  }
  if (!existsSync(file)) return wrong(SORTING_MODEL, `the examples of matters have no model yet; ${TRAIN}`);
  const tables = names.map((name) => ({ name, read: utf8Text(join(folder, name)) }));
  const problems = tables.flatMap(({ name, read }) => (read.unread ? [{ ...read.unread, file: join(shown, name) }] : []));
  if (problems.length > 0) return { model: undefined, problems };
  const { data } = ModelSchema.safeParse(parsed(readFileSync(file, 'utf8')));
  if (!data) return wrong(SORTING_MODEL, `this is no model that sorts matters; ${TRAIN}`);
  const from = trainedFrom(
    tables.map(({ read }) => read.text ?? ''),
    categories,
  );
  if (data.trainedFrom !== from) {
    return wrong(SORTING_MODEL, `it was trained from other examples, or other names, keywords or topics of categories; ${TRAIN}`);
  }
  return { model: data, problems: [] };
};
