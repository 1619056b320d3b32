import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { District } from '#domain/district/district.ts';
import { understandMatter } from '#domain/district/sorting/understand-matter.ts';
import { inColumns } from '#simulator/sample-day/columns.ts';
import { countsOf, interval, type Judged } from './measure.ts';

/**
 * The seven coarse labels of the real messages, by the categories that belong to them, each with all below it. A category
 * that is not here belongs to none: a message that is taken for it is counted as wrong.
 */
const LABELS: Record<string, string> = {
  城乡建设:
    'water power heating city housing demolition urban-planning land-acquisition property-titles illegal-building work-safety fire-safety safety buses public-facilities',
  环境保护: 'environment noise',
  交通运输: 'roads post-parcels',
  教育文体: 'education culture',
  劳动和社会保障: 'employment social-security state-firms',
  商贸旅游: 'consumer tourism lifts business-support economy fraud',
  卫生计生: 'medical food-safety medicines',
};

const FOLDER_MISSING = 'npm run sorting -- --real <folder> wants the folder in which labelled.tsv lies';

/** The label of a category: its own, or that of the nearest one above it. */
const labelOf = ({ categories }: Pick<District, 'categories'>): ((id: string) => string | undefined) => {
  const own = new Map(Object.entries(LABELS).flatMap(([label, ids]) => ids.split(' ').map((id) => [id, label])));
  const parents = new Map(categories.map(({ id, parent }) => [id, parent]));
  const find = (id: string | undefined): string | undefined =>
    id === undefined ? undefined : (own.get(id) ?? find(parents.get(id)));
  return find;
};

/** Judges messages that people really wrote, by their titles alone, and by title and text. Prints figures and no sentence. */
export const measureReal = (district: District, folder: string): void => {
  const file = join(folder, 'labelled.tsv');
  if (!existsSync(file)) {
    console.log(`There are no real messages: ${file} is not there. ${FOLDER_MISSING}.`);
    return;
  }
  const find = labelOf(district);
  const rows = readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
  const judged = (textOf: (title: string, text: string) => string): { made: Judged[]; taken: Map<string, number> } => {
    const taken = new Map<string, number>();
    const made = rows.map(([, right = '', title = '', text = '']): Judged => {
      const { category } = understandMatter(district, textOf(title, text));
      const label = find(category.id) ?? '–';
      if (label !== right) taken.set(`${right} → ${category.id}`, (taken.get(`${right} → ${category.id}`) ?? 0) + 1);
      return {
        text: '',
        register: 'written',
        right,
        made: { id: label, probability: category.probability ?? 0, sure: category.sure, words: [] },
      };
    });
    return { made, taken };
  };
  const title = judged((one) => one);
  const both = judged((one, other) => `${one}\n${other}`);
  const share = (count: number, of: number): string => `${((100 * count) / of).toFixed(1)} % (${interval(count, of)})`;
  const row = (name: string, made: readonly Judged[]): string[] => {
    const { all, right, unsure, wrongAndSure } = countsOf(made);
    return [name, String(all), share(right, all), share(all - unsure, all), share(wrongAndSure, all)];
  };
  console.log('\nReal messages, by the coarse label of the category that is guessed first (95 % intervals):\n');
  console.log(
    inColumns([['', 'messages', 'right', 'sure', 'wrong and sure'], row('title', title.made), row('title and text', both.made)]),
  );
  const most = [...both.taken].sort(([, one], [, other]) => other - one).slice(0, 20);
  console.log(`\nWrong by title and text: ${most.map(([pair, count]) => `${pair} ${count}`).join(', ')}.`);
};
