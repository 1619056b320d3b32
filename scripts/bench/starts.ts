import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { District } from '#domain/district/district.ts';
import { bundlesFor } from '#infra/bundle/bundles.ts';
import { bundleOptions, compileFunctions } from '#infra/bundle/compile.ts';
import { projectFolder } from '#local/project-folder.ts';
import { median } from './median.ts';

/** What a function that only puts an item would load: the two clients, built the same way but with the SDK's own credentials. */
const FLOOR = `
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
export const handler = (Item) => client.send(new PutCommand({ TableName: 'x', Item }));
`;

/** Everything that any function reads from its environment, so that each can start. */
export const ENVIRONMENT = {
  AWS_REGION: 'cn-north-1',
  AWS_ACCESS_KEY_ID: 'x',
  AWS_SECRET_ACCESS_KEY: 'x',
  TICKETS_TABLE: 'x',
  FIGURES_TABLE: 'x',
  GROUPS_CLAIM: 'x',
  WORK_QUEUE_PREFIX: 'x',
  TOPIC_ARN: 'x',
  RETRY_QUEUE_URL: 'https://x.example',
  DEPARTMENT: 'water',
  PUBLIC_URL: 'https://x.example',
  SIGNING_SECRET: 'x',
  TWILIO_SECRET: 'x',
  JAMBONZ_SECRET: 'x',
  RECORDINGS_BUCKET: 'x',
  RECORDINGS_QUEUE_URL: 'https://x.example',
  PARKED_CALLS_QUEUE_URL: 'https://x.example',
  CALL_BACKS_QUEUE_URL: 'https://x.example',
};

/** One start: a new process loads the bundle, as Lambda does; gives milliseconds. */
const start = (file: string): number => {
  const program = `const t = performance.now(); await import(${JSON.stringify(file)}); console.log(performance.now() - t);`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', program], { env: ENVIRONMENT, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`${file} does not start: ${run.stderr}`);
  return Number(run.stdout);
};

/** What the start of a bundle costs. */
export interface Start {
  name: string;
  kilobytes: number;
  /** Median start over the floor's, of the same run. */
  ratio: number;
}

/** Starts every function's bundle and the floor in turns, so that a noisy machine disturbs all alike. */
export const measureStarts = (district: District, rounds: number): Start[] => {
  const folder = mkdtempSync(join(tmpdir(), 'hotline-floor-'));
  try {
    mkdirSync(join(folder, 'floor'));
    const floor = join(folder, 'floor', 'index.mjs');
    const stdin = { contents: FLOOR, resolveDir: projectFolder, loader: 'ts' as const };
    const built = buildSync({ ...bundleOptions, stdin, outfile: floor, write: false }).outputFiles[0];
    writeFileSync(floor, built?.contents ?? '');
    const folderOf = bundlesFor(district);
    const bundles = new Map(
      [...compileFunctions().entries()].map(([name, { files }]) => [
        name,
        { file: join(folderOf(name), 'index.mjs'), size: [...files.values()].reduce((sum, code) => sum + code.length, 0) },
      ]),
    );
    bundles.set('(floor)', { file: floor, size: built?.contents.length ?? 0 });

    const times = new Map([...bundles.keys()].map((name) => [name, [] as number[]]));
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, { file }] of bundles) times.get(name)?.push(start(file));
    }
    const base = median(times.get('(floor)') ?? []);
    return [...bundles].map(([name, { size }]) => ({
      name,
      kilobytes: size / 1024,
      ratio: median(times.get(name) ?? []) / base,
    }));
  } finally {
    rmSync(folder, { recursive: true });
  }
};
