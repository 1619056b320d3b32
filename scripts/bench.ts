import { join } from 'node:path';
import { readDistrict } from '../infra/district/read-district.ts';
import { projectFolder } from '../local/project-folder.ts';
import { measureStarts } from './bench/starts.ts';
import { inColumns } from './sample-day/columns.ts';

/** How often each bundle is started; a median of fewer moves by a tenth from run to run on a busy machine. */
const ROUNDS = Number(process.argv[2] ?? 15);

const { district } = readDistrict(join(projectFolder, 'config/linzi'));
const starts = measureStarts(district, ROUNDS);
console.log('Start of each bundle, as a ratio to a bare client-dynamodb + lib-dynamodb bundle of the same run:\n');
const rows = starts.map(({ name, kilobytes, ratio }) => [name, `${kilobytes.toFixed(0)} KB`, ratio.toFixed(2)]);
console.log(inColumns([['function', 'size', 'start ratio'], ...rows]));
