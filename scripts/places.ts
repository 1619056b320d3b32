import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readDistrict } from '#infra/district/read-district.ts';
import { projectFolder } from '#local/project-folder.ts';
import { judgeAddresses, OUTCOMES } from './places/judge.ts';

/** Measures how well places are recognised, on addresses that nothing was made from: npm run places */
const { values } = parseArgs({
  options: { file: { type: 'string', default: join(projectFolder, 'test/places/addresses.tsv') } },
});
const { district } = readDistrict(join(projectFolder, 'config/linzi'));
const judged = judgeAddresses(district, readFileSync(values.file, 'utf8'));
for (const inList of [true, false]) {
  const rows = judged.filter(({ areas }) => areas.length > 0 === inList);
  const counts = OUTCOMES.map((outcome) => `${outcome} ${rows.filter((row) => row.outcome === outcome).length}`);
  console.log(`${inList ? 'In the list' : 'In no list'}: ${rows.length} addresses: ${counts.join(', ')}.`);
}
for (const { text, areas, remark, outcome, found } of judged) {
  if (outcome === 'right' || (outcome === 'kept' && areas.length === 0)) continue;
  console.log(
    `  ${outcome}: ${text} (${remark}): ${found.area ?? '-'}${found.maybe.map((id) => ` ?${id}`).join('')}, is ${areas.join(' or ') || '-'}`,
  );
}
