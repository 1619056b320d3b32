import { join } from 'node:path';
import { readDistrict } from '#infra/district/read-district.ts';
import { prepareDynamodbLocal, startDynamodbLocal } from '#local/dynamodb-local.ts';
import { projectFolder } from '#local/project-folder.ts';
import { inColumns } from '#simulator/sample-day/columns.ts';
import { coldShares } from './bench/cold-share.ts';
import { lifeOf, measureLoneEvent, measureSteps } from './bench/costs.ts';
import { measureGrowth } from './bench/growth.ts';
import { measureList } from './bench/lists.ts';
import type { Used } from './bench/metered-table.ts';
import { deskDay, idleMonth, monthOf } from './bench/month.ts';
import { measureOpening } from './bench/opening.ts';
import { measurePages } from './bench/pages.ts';
import { measureStarts } from './bench/starts.ts';

/** How often each bundle is started; a median of fewer moves by a tenth from run to run on a busy machine. */
const ROUNDS = Number(process.argv[2] ?? 25);
const SIZES = [1_000, 10_000, 100_000];
const LIST_SIZES = [100, 1_000, 20_000];

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

  const steps = await measureSteps(table.endpoint, district);
  const lone = await measureLoneEvent(table.endpoint, district);
  console.log(
    '\nWhat each step uses of DynamoDB, on average over the lengths of real matters, reckoned from the sizes of rows:\n',
  );
  const shownUse = ({ requests, written, read }: Used): string[] => [requests, written, read].map((number) => number.toFixed(1));
  const use = [...Object.entries(steps), ['figures of one lone event', lone] as const].map(([step, used]) => [
    step,
    ...shownUse(used),
  ]);
  console.log(inColumns([['step', 'requests', 'write units', 'read units'], ...use]));
  const life = lifeOf(steps);
  console.log(`\nA life of six writes: ${life.written.toFixed(0)} write units.`);
  const dollars = (amount: number): string => `$${amount.toFixed(2)}`;
  console.log(
    `A month, on paper (assumptions: scripts/bench/month.ts): idle ${dollars(idleMonth())}; with 230 matters a day ${dollars(idleMonth() + monthOf(7_000, life, lone))}; with a million ${dollars(idleMonth() + monthOf(1_000_000, life, lone))}.`,
  );

  console.log('\nThe first page of the list of open tickets:\n');
  const lists = [];
  for (const size of LIST_SIZES) {
    const { requests, read, milliseconds, bytes, quiet } = await measureList(table.endpoint, size, district);
    lists.push([
      String(size),
      String(requests),
      read.toFixed(0),
      `${milliseconds.toFixed(0)} ms`,
      `${(bytes / 1024).toFixed(0)} KB`,
      `${quiet.requests}, ${quiet.read.toFixed(1)}`,
    ]);
  }
  console.log(
    inColumns([
      ['open tickets', 'requests', 'read units', 'time on this machine', 'answer', 'changes when quiet: requests, read units'],
      ...lists,
    ]),
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

const DESK = { people: 20, openTickets: 5_000 };
const shift = deskDay(DESK.people, DESK.openTickets);
console.log(
  `\nA desk of ${DESK.people} people in front of ${DESK.openTickets} open tickets for eight hours, on paper: ${shift.requests} requests, $${shift.dollars.toFixed(2)}.`,
);
console.log(
  `\nPages in a browser with a slow network and processor, ${DESK.openTickets} open tickets at the desk, and to one small file over the same network:\n`,
);
const pages = await measurePages(district, DESK.openTickets);
const milliseconds = (time: number): string => `${time.toFixed(0)} ms`;
console.log(
  inColumns([
    ['page', 'first content', 'ratio', 'usable', 'ratio'],
    ...pages.map(({ page, content, contentRatio, usable, usableRatio }) => [
      page,
      milliseconds(content),
      contentRatio.toFixed(1),
      milliseconds(usable),
      usableRatio.toFixed(1),
    ]),
  ]),
);
process.exit(0);
