import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lexiconOf } from '#domain/district/danger/lexicon.ts';
import { EXAMPLES, examplesHash, MODEL } from '#infra/district/danger-model.ts';
import { readDistrict } from '#infra/district/read-district.ts';
import { projectFolder } from '#local/project-folder.ts';
import { inColumns } from '#simulator/sample-day/columns.ts';
import { examplesIn } from './danger/examples.ts';
import { Runs, seeExamples } from './danger/features.ts';
import { trainLogistic } from './danger/logistic.ts';
import { trainNaiveBayes } from './danger/naive-bayes.ts';
import { foldedScores, scoresOf, trainModel } from './danger/train.ts';

/**
 * Trains the model of danger of each district that has examples, and writes it beside them. Prints how well each kind of
 * model does on examples that it was not trained from (five parts, each left out once): the share of dangers that come over
 * the threshold at which so many harmless examples do.
 */
const config = join(projectFolder, 'config');
const named = process.argv[2];
const ids = readdirSync(config).filter((id) => existsSync(join(config, id, EXAMPLES)) && (named === undefined || id === named));
if (ids.length === 0) console.log(`No district ${named ?? ''} has ${EXAMPLES}: write examples there, then run this again.`);

const SHARES = [0.02, 0.05, 0.1];
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

for (const id of ids) {
  const folder = join(config, id);
  const { district } = readDistrict(folder, { withModel: false });
  const table = readFileSync(join(folder, EXAMPLES), 'utf8');
  const examples = examplesIn(table);
  const runs = new Runs();
  const seen = seeExamples(lexiconOf(district), examples, runs);
  const rows = Object.entries({ logistic: trainLogistic, 'naive Bayes': trainNaiveBayes }).flatMap(([kind, train]) => {
    const scores = foldedScores(examples, seen, runs.names.length, train);
    return (['spoken', 'written'] as const).map((register) => {
      const nones = scoresOf(examples, scores, register, 'none');
      const dangers = scoresOf(examples, scores, register, 'danger');
      const recalls = SHARES.map((share) => {
        const threshold = nones[Math.floor(share * nones.length)] ?? 0;
        return percent(dangers.filter((score) => score > threshold).length / dangers.length);
      });
      return [kind, register, ...recalls];
    });
  });
  console.log(`${id}: ${examples.length} examples, the model alone, dangers found at so many false alarms:\n`);
  console.log(inColumns([['model', 'register', ...SHARES.map(percent)], ...rows]));
  const model = JSON.stringify(trainModel(district, examples, examplesHash(table, district.danger)), null, 2);
  writeFileSync(join(folder, MODEL), `${model}\n`);
  console.log(`\nWrote ${join('config', id, MODEL)}, ${(Buffer.byteLength(model) / 1024).toFixed(0)} KB.`);
}
