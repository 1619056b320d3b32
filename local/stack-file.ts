import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { PlainFailure } from './plain-failure.ts';
import { localFolder } from './project-folder.ts';

/** How a deployed thing is found again: by its stack, and by its place in the CDK app, such as `Intake/Queue`. */
const Deployed = z.object({ stack: z.string(), logicalId: z.string(), path: z.string() });

const Person = z.object({
  id: z.string(),
  name: z.string(),
  groups: z.array(z.string()),
  phone: z.string().optional(),
  sub: z.string(),
  token: z.string(),
});

/** All that a script or a test must know to talk to a running hotline. */
export const Stack = z.object({
  startedAt: z.iso.datetime(),
  /** The process that keeps it up. */
  pid: z.int(),
  /** The local AWS, region and account that it is deployed to. */
  endpoint: z.url(),
  region: z.string(),
  account: z.string(),
  district: z.string(),
  /** The address of the HTTP API, without a slash at its end. */
  api: z.url(),
  /** Doors that take POST without a token: path → address. */
  webhooks: z.record(z.string(), z.url()),
  queues: z.array(Deployed.extend({ name: z.string(), url: z.string(), arn: z.string() })),
  tables: z.array(Deployed.extend({ name: z.string() })),
  topics: z.array(Deployed.extend({ arn: z.string() })),
  functions: z.array(Deployed.extend({ name: z.string() })),
  /** Names only; GetSecretValue gives what is in them. */
  secrets: z.array(Deployed.extend({ name: z.string() })),
  userPool: z.object({ id: z.string(), clientId: z.string() }).optional(),
  /** Stack name → output name → value. */
  outputs: z.record(z.string(), z.record(z.string(), z.string())),
  /** The sample people; tokens are valid for an hour and renewed before that while the hotline is up. */
  people: z.array(Person),
});
export type Stack = z.infer<typeof Stack>;

/** Where npm start keeps it. */
export const stackFile = join(localFolder, 'stack.json');

/** Writes the file in one step, readable for its owner only since it holds tokens. */
export const writeStack = async (stack: Stack, file = stackFile): Promise<void> => {
  await mkdir(dirname(file), { recursive: true });
  const aside = `${file}.${process.pid}`;
  await writeFile(aside, `${JSON.stringify(Stack.parse(stack), null, 2)}\n`, { mode: 0o600 });
  await rename(aside, file);
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** The hotline that is up; undefined when none is, also when the file was left behind. Throws a PlainFailure when the file is not ours. */
export const readStack = (file = stackFile): Stack | undefined => {
  if (!existsSync(file)) return undefined;
  const parsed = Stack.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new PlainFailure(`${file} is of another version: delete it and run npm start again.`);
  return isAlive(parsed.data.pid) ? parsed.data : undefined;
};

/** Removes the file if this process wrote it. */
export const removeStack = async (file = stackFile): Promise<void> => {
  if (readStack(file)?.pid === process.pid) await rm(file, { force: true });
};
