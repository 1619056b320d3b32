import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Category, District } from '#domain/district/district.ts';
import { TicketKind } from '#domain/district/kinds.ts';
import { EXAMPLES, TOPICS } from '#infra/district/sorting-model.ts';

const Row = z.tuple([z.string().min(1), TicketKind, z.enum(['spoken', 'written']), z.string().min(1)]);

/** A matter, and how a person sorts it. */
export interface Example {
  category: string;
  kind: TicketKind;
  register: 'spoken' | 'written';
  text: string;
  /** Who told it, where it is a ticket: one key for each person. */
  teller?: string;
}

/** A short phrase that names what a category covers. */
export interface Topic {
  category: string;
  topic: string;
}

/** What a district's model is trained from, beside its categories. */
export interface Lesson {
  examples: readonly Example[];
  topics: readonly Topic[];
}

const isTable = (file: string, beginning: string): boolean => file.startsWith(beginning) && file.endsWith('.tsv');

/** The lines of all tables of a folder whose names begin so, without their headers; a line break inside a text is written `\n`. */
export const examplesIn = (folder: string, beginning: string): Example[] => {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => isTable(file, beginning))
    .sort()
    .flatMap((file) => {
      const lines = readFileSync(join(folder, file), 'utf8').split(/\r?\n/);
      return lines.flatMap((line, n) => {
        if (line === '' || line.startsWith('#') || line.startsWith('category\t')) return [];
        const { data, error } = Row.safeParse(line.split('\t'));
        if (!data) throw new Error(`${join(folder, file)}:${n + 1}: ${z.prettifyError(error)}`);
        const [category, kind, register, text] = data;
        return [{ category, kind, register, text: text.replaceAll('\\n', '\n') }];
      });
    });
};

/** A category's own words: its names, what callers say of it, and what it covers. */
export const wordsOf = ({ name, translated, keywords = [], topics = [] }: Category) => ({
  names: translated === undefined ? [name] : [name, translated],
  keywords,
  topics,
});

/** The topics in other languages that stand in tables. */
const topicsIn = (folder: string): Topic[] =>
  readdirSync(folder)
    .filter((file) => isTable(file, TOPICS))
    .sort()
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').split(/\r?\n/).slice(1))
    .filter((line) => line !== '')
    .map((line) => {
      const [category = '', topic = ''] = line.split('\t');
      return { category, topic };
    });

/** What stands in a district's folder to be trained from. Throws for a category that the district does not have. */
export const lessonIn = (folder: string, district: Pick<District, 'categories'>): Lesson => {
  const lesson = { examples: examplesIn(folder, EXAMPLES), topics: topicsIn(folder) };
  const strangers = strangersAmong([...lesson.examples, ...lesson.topics], district);
  if (strangers.length > 0) throw new Error(`${folder}: there are no categories ${strangers.join(', ')}`);
  return lesson;
};

/** The categories among these that the district does not have. */
const strangersAmong = (examples: readonly { category: string }[], { categories }: Pick<District, 'categories'>): string[] => {
  const known = new Set(categories.map(({ id }) => id));
  return [...new Set(examples.map(({ category }) => category).filter((id) => !known.has(id)))];
};
