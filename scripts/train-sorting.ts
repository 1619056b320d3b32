import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { readDistrict } from '#infra/district/read-district.ts';
import { EXAMPLES, SORTING, SORTING_MODEL, sortingTables, trainedFrom } from '#infra/district/sorting-model.ts';
import { projectFolder } from '#local/project-folder.ts';
import { lessonIn } from './sorting/examples.ts';
import { judgedOf, table } from './sorting/measure.ts';
import { trainSorting } from './sorting/train.ts';

/**
 * Trains what sorts the matters of each district that has examples, and writes it beside them. Prints how well it sorts
 * examples that it was not trained from (five parts, each left out once).
 */
const config = join(projectFolder, 'config');
const named = process.argv[2];
const ids = readdirSync(config).filter((id) => existsSync(join(config, id, SORTING)) && (named === undefined || id === named));
if (ids.length === 0)
  console.log(`No district ${named ?? ''} has ${SORTING}/${EXAMPLES}….tsv: write examples there, then run this again.`);

for (const id of ids) {
  const folder = join(config, id);
  const { district } = readDistrict(folder, { withModels: false });
  const lesson = lessonIn(join(folder, SORTING), district);
  const { examples } = lesson;
  const hash = trainedFrom(
    sortingTables(folder).map((name) => readFileSync(join(folder, name), 'utf8')),
    district.categories,
  );
  const { model, categories, kinds } = trainSorting(district, lesson, hash);
  console.log(`${id}: ${examples.length} examples, each judged without being trained from. Categories:\n`);
  console.log(table(judgedOf(examples, 'category', categories, district.sorting)));
  console.log('\nKinds:\n');
  console.log(table(judgedOf(examples, 'kind', kinds, district.sorting)));
  const written = JSON.stringify(model, null, 1);
  writeFileSync(join(folder, SORTING_MODEL), `${written}\n`);
  console.log(
    `\nWrote ${join('config', id, SORTING_MODEL)}, ${(brotliCompressSync(JSON.stringify(model)).byteLength / 1024).toFixed(0)} KB as it is shipped.`,
  );
}
