import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packLexicon } from '#domain/district/danger/lexicon.ts';
import { understandDanger } from '#domain/district/danger/understand-danger.ts';
import { isOfExamples, MODEL } from '#infra/district/danger-model.ts';
import { readDistrict } from '#infra/district/read-district.ts';
import { projectFolder } from '#local/project-folder.ts';
import { inColumns } from '#simulator/sample-day/columns.ts';
import { judgeTable, pairs, wrong } from './danger/measure.ts';
import { judgeMessages } from './danger/real.ts';

/**
 * Measures how well danger is understood, on texts that the model was not trained from: npm run danger. With a folder of
 * real messages it prints each that is called danger or doubt, for a person to read: npm run danger -- --real <folder>
 */
const { values } = parseArgs({ options: { real: { type: 'string' }, district: { type: 'string', default: 'linzi' } } });
const config = join(projectFolder, 'config', values.district);
const { district } = readDistrict(config);

const measureTables = (folder: string, name: string): void => {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.tsv') && !isOfExamples(file)) : [];
  if (files.length === 0) {
    console.log(`\nThere are no texts in ${name}: put tables there (text, register, language, label, note).`);
    return;
  }
  const judged = files.flatMap((file) => judgeTable(district, readFileSync(join(folder, file), 'utf8')));
  console.log(`\n${name}: ${judged.length} texts.\n`);
  console.log(inColumns(pairs(judged)));
  for (const line of wrong(judged)) console.log(line);
};

const measureReal = (folder: string): void => {
  const file = join(folder, 'messages.tsv');
  if (!existsSync(file)) {
    console.log(`There are no real messages: ${file} is not there.`);
    return;
  }
  const { messages, alarms } = judgeMessages(district, readFileSync(file, 'utf8'));
  for (const { id, text, finding } of alarms) {
    console.log(`${id} ${finding.outcome} ${finding.danger?.id ?? '?'} [${finding.words.join(', ')}]\n${text}\n`);
  }
  const share = (outcome: string): string => {
    const count = alarms.filter(({ finding }) => finding.outcome === outcome).length;
    return `${count} ${outcome} (${((100 * count) / messages).toFixed(2)} %)`;
  };
  console.log(`Of ${messages} real messages: ${share('danger')}, ${share('doubt')}.`);
};

/** The time of one call in milliseconds, on average. */
const timeOf = (text: string, times: number): string => {
  const once = (): unknown => understandDanger(district, text, 'written');
  for (let n = 0; n < times; n += 1) once();
  const start = performance.now();
  for (let n = 0; n < times; n += 1) once();
  return `${((performance.now() - start) / times).toFixed(3)} ms`;
};

if (values.real !== undefined) measureReal(values.real);
else {
  measureTables(join(config, 'danger'), `config/${values.district}/danger, written beside the rules`);
  measureTables(join(projectFolder, 'test', 'danger'), 'test/danger, written by another hand');
  const sentence = '楼下有人家里好像出事了，你们能不能过来看看，我在三号楼二单元。';
  const long = sentence.repeat(400).slice(0, 10_000);
  const kilobytes = (text: string): string => `${(Buffer.byteLength(text) / 1024).toFixed(0)} KB`;
  console.log(`\nTime: ${timeOf(sentence, 2_000)} for a sentence, ${timeOf(long, 50)} for 10,000 characters.`);
  if (district.danger.model)
    console.log(
      `Size: the model ${kilobytes(readFileSync(join(config, MODEL), 'utf8'))}, packed with all words ${kilobytes(JSON.stringify(packLexicon(district)))}.`,
    );
}
