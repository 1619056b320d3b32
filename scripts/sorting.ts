import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import type { District } from '#domain/district/district.ts';
import { type Guess, understandMatter } from '#domain/district/sorting/understand-matter.ts';
import { readDistrict } from '#infra/district/read-district.ts';
import { EXAMPLES, SORTING, SORTING_MODEL, sortingTables, trainedFrom } from '#infra/district/sorting-model.ts';
import { wordsOf } from '#local/plain-failure.ts';
import { projectFolder } from '#local/project-folder.ts';
import { correctedExamples } from './sorting/corrected-tickets.ts';
import { type Example, examplesIn, lessonIn } from './sorting/examples.ts';
import { FEWEST_TICKETS, learnFrom } from './sorting/learn.ts';
import { confusions, type Judged, reliability, table } from './sorting/measure.ts';
import { measureReal } from './sorting/real.ts';

/**
 * Measures how well matters are sorted, on texts that the model was not trained from: npm run sorting. It prints figures;
 * each text with the words that decided it is printed by npm run sorting -- --each. Other uses:
 *   npm run sorting -- --real <folder>   real messages with a coarse label
 *   npm run sorting -- "…"               what is understood of these words
 *   npm run sorting -- learn             learns from what people put right, from the hotline that is up locally
 *   npm run sorting -- learn --aws --table <name>     … or from a table of the real AWS
 */
const HELD_OUT = 'held-out';

const guessed = ({ id, probability = 0, sure }: Guess, words: string[]): Judged['made'] => ({ id, probability, sure, words });

const judge = (district: District, { text, register, category, kind }: Example): { category: Judged; kind: Judged } => {
  const understood = understandMatter(district, text);
  const words = understood.reasons.map(({ word }) => word);
  return {
    category: { text, register, right: category, made: guessed(understood.category, words) },
    kind: { text, register, right: kind, made: guessed(understood.kind, []) },
  };
};

const markOf = ({ right, made }: Judged): string => (made.id === right ? (made.sure ? '=' : '~') : made.sure ? '!' : '?');

const measure = (district: District, folder: string, each: boolean): void => {
  const examples = examplesIn(folder, HELD_OUT);
  if (examples.length === 0) return;
  console.log(`\n${district.id}: ${examples.length} matters that it was not trained from. Categories:\n`);
  const judged = examples.map((example) => judge(district, example));
  const [categories, kinds] = [judged.map((one) => one.category), judged.map((one) => one.kind)];
  console.log(table(categories));
  console.log('\nKinds:\n');
  console.log(table(kinds));
  console.log('\nWhat was taken for something else, categories and kinds:\n');
  console.log(confusions(categories, 40));
  console.log(`\n${confusions(kinds, 12)}`);
  console.log('\nHow far the probabilities can be believed, categories and kinds:\n');
  console.log(reliability(categories));
  console.log(`\n${reliability(kinds)}`);
  if (!each) return;
  console.log('\n= right and sure, ~ right and unsure, ? wrong and unsure, ! wrong and sure:\n');
  for (const one of categories) {
    const { right, made, text } = one;
    console.log(
      `${markOf(one)} ${right} ${made.id} ${made.probability} [${made.words.join(', ')}] ${text.replaceAll('\n', ' / ')}`,
    );
  }
};

/** The time of one call in milliseconds, on average, warm. */
const timeOf = (district: District, text: string, times: number): string => {
  for (let n = 0; n < times; n += 1) understandMatter(district, text);
  const start = performance.now();
  for (let n = 0; n < times; n += 1) understandMatter(district, text);
  return `${((performance.now() - start) / times).toFixed(3)} ms`;
};

const measureTime = (district: District, folder: string): void => {
  const sentence = '楼下的路灯坏了半个月，晚上回家什么都看不见，老人摔了一跤，请你们尽快来修。物业说不归他们管，打了好几次电话。';
  const model = JSON.stringify(JSON.parse(readFileSync(join(folder, SORTING_MODEL), 'utf8')));
  const long = sentence.repeat(100);
  console.log(
    `\nTime: ${timeOf(district, long.slice(0, 200), 500)} for 200 characters, ${timeOf(district, long.slice(0, 5_000), 50)} for 5,000. Size: the model ${(brotliCompressSync(model).byteLength / 1024).toFixed(0)} KB as it is shipped.`,
  );
};

const share = (count: number, of: number): string => `${count} of ${of}`;

/** Proposes a model that has learnt from corrections, and keeps it only when it is better on tickets held apart. */
const learn = async (id: string, where: { aws: boolean; table: string | undefined }): Promise<void> => {
  const folder = join(config, id);
  const { district } = readDistrict(folder);
  const known = new Set(district.categories.map((category) => category.id));
  const corrected = (await correctedExamples(where)).filter(({ category }) => known.has(category));
  console.log(`${corrected.length} tickets of which a person put kind or category right, without confidential ones.`);
  if (corrected.length < FEWEST_TICKETS) return console.log(`Fewer than ${FEWEST_TICKETS} teach nothing that can be tried.`);
  const tables = sortingTables(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  const lesson = lessonIn(join(folder, SORTING), district);
  const { proposal, heldApart, now, then, isBetter } = learnFrom(
    district,
    lesson,
    corrected,
    trainedFrom(tables, district.categories),
  );
  console.log(
    `On ${heldApart} of them, held apart: categories right ${share(now.category, heldApart)} now, ${share(then.category, heldApart)} with the proposal;`,
  );
  console.log(`kinds right ${share(now.kind, heldApart)} now, ${share(then.kind, heldApart)} with the proposal.`);
  if (!isBetter) return console.log('The proposal is not better: nothing was changed.');
  writeFileSync(join(folder, SORTING_MODEL), `${JSON.stringify(proposal, null, 1)}\n`);
  console.log(
    `The proposal is better: ${join('config', id, SORTING_MODEL)} was written. Deploy to use it; npm run train-sorting forgets it.`,
  );
};

const config = join(projectFolder, 'config');
const heldOut = (id: string): string => {
  const own = join(projectFolder, 'test', SORTING, id);
  return existsSync(own) ? own : join(projectFolder, 'test', SORTING);
};
const sorted = readdirSync(config).filter((id) => existsSync(join(config, id, SORTING_MODEL)));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    real: { type: 'string' },
    each: { type: 'boolean', default: false },
    district: { type: 'string', default: 'linzi' },
    aws: { type: 'boolean', default: false },
    table: { type: 'string' },
  },
});
const [words] = positionals;

if (values.real !== undefined) measureReal(readDistrict(join(config, values.district)).district, values.real);
else if (words === 'learn') {
  await learn(values.district, { aws: values.aws, table: values.table }).catch((error: unknown) => {
    console.error(wordsOf(error));
    process.exitCode = 1;
  });
} else if (words !== undefined) {
  console.log(JSON.stringify(understandMatter(readDistrict(join(config, values.district)).district, words), null, 2));
} else {
  if (sorted.length === 0)
    console.log(`No district has a model that sorts: write ${SORTING}/${EXAMPLES}….tsv, then npm run train-sorting.`);
  for (const id of sorted) {
    const { district } = readDistrict(join(config, id));
    measure(district, heldOut(id), values.each);
    measureTime(district, join(config, id));
  }
}
