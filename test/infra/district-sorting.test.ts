import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readDistrict } from '#infra/district/read-district.ts';
import { SORTING, SORTING_MODEL, sortingTables, trainedFrom } from '#infra/district/sorting-model.ts';
import { plantedFolder, problems, withPlantedDistrict } from './planted-district.ts';

withPlantedDistrict();

const linear = {
  classes: ['general'],
  above: [1],
  runs: ['fire'],
  rarity: ['10'],
  counts: ['01'],
  places: ['00'],
  weights: ['01'],
  bias: [0],
  points: { chinese: 1, spelt: 1 },
};
const OTHER = 'it was trained from other examples, or other names, keywords or topics of categories; run npm run train-sorting';

it('a model that sorts belongs to what it was trained from', () => {
  const folder = plantedFolder();
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  const { district } = readDistrict(folder, { withModels: false });
  rmSync(join(folder, SORTING), { recursive: true, force: true });
  rmSync(join(folder, SORTING_MODEL), { force: true });
  expect(problems()).toEqual([]);
  mkdirSync(join(folder, SORTING));
  write(join(SORTING, 'examples.tsv'), 'category\tkind\tregister\ttext\nwater\thelp\tspoken\tno water\n');
  expect(problems()).toEqual([`${SORTING_MODEL}:1: the examples of matters have no model yet; run npm run train-sorting`]);
  write(SORTING_MODEL, '{}');
  expect(problems()).toEqual([`${SORTING_MODEL}:1: this is no model that sorts matters; run npm run train-sorting`]);
  write(SORTING_MODEL, JSON.stringify({ trainedFrom: '0'.repeat(64), category: linear, kind: linear }));
  expect(problems()).toEqual([`${SORTING_MODEL}:1: ${OTHER}`]);
  const tables = sortingTables(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  const hash = trainedFrom(tables, district.categories);
  write(SORTING_MODEL, JSON.stringify({ trainedFrom: hash, category: linear, kind: linear }));
  expect(problems()).toEqual([]);
  // A topic more is another model.
  write('categories.yaml', readFileSync(join(folder, 'categories.yaml'), 'utf8').replace('no water,', 'no water, thirst,'));
  expect(problems()).toEqual([`${SORTING_MODEL}:1: ${OTHER}`]);
  rmSync(join(folder, SORTING), { recursive: true });
  expect(problems()).toEqual([
    `${SORTING}:1: there are no examples that ${SORTING_MODEL} was trained from; write them, or remove ${SORTING_MODEL}`,
  ]);
});
