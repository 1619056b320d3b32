import { join } from 'node:path';
import { readDistrict } from '#infra/district/read-district.ts';
import { prepareDynamodbLocal, startDynamodbLocal } from '#local/dynamodb-local.ts';
import { projectFolder } from '#local/project-folder.ts';
import { inColumns } from '#simulator/sample-day/columns.ts';
import { coldShares } from './bench/cold-share.ts';
import { measureGrowth } from './bench/growth.ts';
import { measureOpening } from './bench/opening.ts';
import { measureStarts } from './bench/starts.ts';

/** How often each bundle is started; a median of fewer moves by a tenth from run to run on a busy machine. */
const ROUNDS = Number(process.argv[2] ?? 25);
const SIZES = [1_000, 10_000, 100_000];

const { district } = readDistrict(join(projectFolder, 'config/linzi'));
console.log('Ratios within this run; absolute times say more about the machine than about us.\n');

const starts = await measureStarts(district, ROUNDS);
console.log('Start of each bundle, to a bare client-dynamodb + lib-dynamodb bundle built the same way:\n');
const rows = starts.map(({ name, kilobytes, ratio, firstCall }) => [
  name,
  `${kilobytes.toFixed(0)} KB`,
  ratio.toFixed(2),
  firstCall?.toFixed(2) ?? '',
]);
console.log(inColumns([['function', 'size', 'import', 'import and first call'], ...rows]));

console.log(
  '\nRequests that find their function cold at 230 matters a day, on paper (assumptions: scripts/bench/cold-share.ts):\n',
);
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const shares = coldShares().map(({ audience, apart, together }) => [audience, percent(apart), percent(together)]);
console.log(inColumns([['audience', 'a function for each operation', 'one function'], ...shares]));

await prepareDynamodbLocal(console.log);
const table = await startDynamodbLocal();
try {
  const { requests, cpuRatio } = await measureOpening(table.endpoint, district);
  console.log(
    `\nOpening a ticket: ${requests} DynamoDB request, CPU ${cpuRatio.toFixed(2)} of a bare PutItem of the same ticket.`,
  );

  console.log('\nOne sweep and one roll-up with ten new tickets among so many old ones (times to those of the first line):\n');
  const costs = [];
  for (const size of SIZES) costs.push({ size, ...(await measureGrowth(table.endpoint, size, district)) });
  const [first] = costs;
  const shown = costs.map(({ size, sweep, rollUp }) => [
    String(size),
    String(sweep.requests),
    (sweep.milliseconds / (first?.sweep.milliseconds ?? 1)).toFixed(2),
    String(rollUp.requests),
    (rollUp.milliseconds / (first?.rollUp.milliseconds ?? 1)).toFixed(2),
  ]);
  console.log(inColumns([['tickets', 'sweep: requests', 'time', 'roll-up: requests', 'time'], ...shown]));
} finally {
  await table.stop();
}
process.exit(0);
