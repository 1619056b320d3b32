import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildSync } from 'esbuild';
import type { District } from '#domain/district/district.ts';
import { bundlesFor } from '#infra/bundle/bundles.ts';
import { bundleOptions, compileFunctions } from '#infra/bundle/compile.ts';
import { projectFolder } from '#local/project-folder.ts';
import { wholeEvent } from '#simulator/sample-events/whole-event.ts';
import { jambonzSignature } from '#simulator/telephone/jambonz.ts';
import { median } from './median.ts';
import { startStandInAws } from './stand-in-aws.ts';

/** What a function that only puts an item would load: the two clients, built the same way but with the SDK's own credentials. */
const FLOOR = `
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
export const handler = (Item) => client.send(new PutCommand({ TableName: 'x', Item }));
`;

const SECRET = 'test-only-0123456789abcdef012345';
const PUBLIC_URL = 'https://hotline.example';

/** Everything that any function reads from its environment, so that each can start. */
export const ENVIRONMENT = {
  AWS_REGION: 'cn-north-1',
  AWS_ACCESS_KEY_ID: 'x',
  AWS_SECRET_ACCESS_KEY: 'x',
  TICKETS_TABLE: 'x',
  FIGURES_TABLE: 'x',
  GROUPS_CLAIM: 'cognito:groups',
  WORK_QUEUE_PREFIX: 'x',
  TOPIC_ARN: 'x',
  RETRY_QUEUE_URL: 'https://x.example',
  DEPARTMENT: 'water',
  PUBLIC_URL,
  SIGNING_SECRET: 'x',
  DEPLOYMENT_SECRET: 'x',
  TWILIO_SECRET: 'x',
  JAMBONZ_SECRET: 'x',
  RECORDINGS_BUCKET: 'x',
  RECORDINGS_QUEUE_URL: 'https://x.example',
  PARKED_CALLS_QUEUE_URL: 'https://x.example',
  CALL_BACKS_QUEUE_URL: 'https://x.example',
  AUTHORITY: 'https://x.example',
  CLIENT_ID: 'x',
  SIGN_IN_DOMAIN: '',
};

/** The first call of each function whose caller waits: a usual one, which asks the table. */
const FIRST_CALLS: Record<string, string> = {
  'resident-api': 'events/open-ticket/ok-usual.json',
  'desk-api': 'events/list-tickets/ok-usual.json',
  'department-api': 'events/accept-ticket/ok-usual.json',
  'answer-twilio-call': 'events/answer-twilio-call/ok-a-call-comes-in.json',
  'answer-jambonz-call': 'events/answer-jambonz-call/ok-a-call-comes-in.json',
  'answer-connect-call': 'events/answer-connect-call/ok-a-call-comes-in.json',
};

const firstCallOf = (name: string): object | undefined => {
  if (name === '(floor)') return { pk: 'x', sk: 'x' };
  const sample = FIRST_CALLS[name];
  if (sample === undefined) return undefined;
  const event = wholeEvent(sample, { secret: SECRET, publicUrl: PUBLIC_URL }) as { headers?: object; body?: string };
  if (name !== 'answer-jambonz-call') return event;
  // jambonz signs the time, too, and a request that was signed long ago is refused.
  const signature = jambonzSignature(SECRET, event.body ?? '', Math.floor(Date.now() / 1000));
  return { ...event, headers: { ...event.headers, 'jambonz-signature': signature } };
};

/** What a process prints: the milliseconds of the import, and of the import and one call. */
const PROGRAM = `
const [file, event] = JSON.parse(process.env.BENCH);
const began = performance.now();
const { handler } = await import(file);
const loaded = performance.now() - began;
if (event) await handler(event);
console.log(loaded, performance.now() - began);
process.exit(0);
`;

const run = promisify(execFile);

interface Times {
  loaded: number;
  called: number;
}

/** One start: a new process loads the bundle, as Lambda does, and makes the first call where there is one. */
const start = async (file: string, event: object | undefined, endpoint: string): Promise<Times> => {
  const env = { ...ENVIRONMENT, AWS_ENDPOINT_URL: endpoint, BENCH: JSON.stringify([file, event]) };
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', PROGRAM], { env });
  const [loaded = Number.NaN, called = Number.NaN] = (stdout.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  return { loaded, called };
};

export interface Start {
  name: string;
  kilobytes: number;
  /** Median of the import over the floor's, of the same run. */
  ratio: number;
  /** The same for import and first call together; absent where no caller waits. */
  firstCall: number | undefined;
}

/** Starts every function's bundle and the floor in turns, so that a noisy machine disturbs all alike. */
export const measureStarts = async (district: District, rounds: number): Promise<Start[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'hotline-floor-'));
  const aws = await startStandInAws(SECRET);
  try {
    mkdirSync(join(folder, 'floor'));
    const floor = join(folder, 'floor', 'index.mjs');
    const stdin = { contents: FLOOR, resolveDir: projectFolder, loader: 'ts' as const };
    const built = buildSync({ ...bundleOptions, stdin, outfile: floor, write: false }).outputFiles[0];
    writeFileSync(floor, built?.contents ?? '');
    const folderOf = bundlesFor(district);
    const bundles = new Map(
      [...compileFunctions()].map(([name, { files }]) => [
        name,
        { file: join(folderOf(name), 'index.mjs'), size: [...files.values()].reduce((sum, code) => sum + code.length, 0) },
      ]),
    );
    bundles.set('(floor)', { file: floor, size: built?.contents.length ?? 0 });

    const times = new Map([...bundles.keys()].map((name) => [name, [] as Times[]]));
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, { file }] of bundles) times.get(name)?.push(await start(file, firstCallOf(name), aws.endpoint));
    }
    const of = (name: string, what: keyof Times): number => median((times.get(name) ?? []).map((one) => one[what]));
    return [...bundles].map(([name, { size }]) => ({
      name,
      kilobytes: size / 1024,
      ratio: of(name, 'loaded') / of('(floor)', 'loaded'),
      firstCall: firstCallOf(name) ? of(name, 'called') / of('(floor)', 'called') : undefined,
    }));
  } finally {
    await aws.stop();
    rmSync(folder, { recursive: true });
  }
};
