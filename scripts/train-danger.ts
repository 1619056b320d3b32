import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXAMPLES, exampleFiles, examplesHash, MODEL } from '#infra/district/danger-model.ts';
import { readDistrict } from '#infra/district/read-district.ts';
import { projectFolder } from '#local/project-folder.ts';
import { inColumns } from '#simulator/sample-day/columns.ts';
import { examplesIn } from './danger/examples.ts';
import { pairs } from './danger/measure.ts';
import { trainModel } from './danger/train.ts';

/**
 * Trains the model of danger of each district that has examples, and writes it beside them. Prints how well words and model
 * do on examples that the model was not trained from (five parts, each left out once).
 */
const config = join(projectFolder, 'config');
const named = process.argv[2];
const ids = readdirSync(config).filter((id) => existsSync(join(config, id, EXAMPLES)) && (named === undefined || id === named));
if (ids.length === 0) console.log(`No district ${named ?? ''} has ${EXAMPLES}: write examples there, then run this again.`);

for (const id of ids) {
  const folder = join(config, id);
  const { district } = readDistrict(folder, { withModels: false });
  const tables = exampleFiles(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  const examples = tables.flatMap(examplesIn);
  const { model, judged } = trainModel(district, examples, examplesHash(tables, district.danger));
  console.log(`${id}: ${examples.length} examples, each judged without being trained from:\n`);
  console.log(inColumns(pairs(judged)));
  const written = JSON.stringify(model, null, 2);
  writeFileSync(join(folder, MODEL), `${written}\n`);
  console.log(`\nWrote ${join('config', id, MODEL)}, ${(Buffer.byteLength(written) / 1024).toFixed(0)} KB.`);
}
