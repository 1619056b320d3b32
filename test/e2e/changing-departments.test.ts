import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { District } from '#domain/district/district.ts';
import { buildApp, districtNamed } from '#infra/hotline-app.ts';
import { laneStackOf } from '#infra/stacks/lanes-stack.ts';
import { bringUp, type RunningHotline } from '#local/bring-up.ts';
import { localClientConfig, localEnvironment } from '#local/endpoint.ts';
import { packagePrograms } from '#local/project-folder.ts';
import { runProgram } from '#local/run-program.ts';
import { eventually, handsOn } from './running-hotline.ts';

const example = districtNamed('example');
const NEW = 'parks';

/** The example district with one department more; its rule takes what went to another before. */
const withParks = (hasRule: boolean): District =>
  District.parse({
    ...example,
    departments: [
      ...example.departments,
      { id: NEW, name: 'Parks', units: [{ id: 'parks-office', name: 'Parks Office', areas: ['example'] }] },
    ],
    routing: [...(hasRule ? [{ id: 'garbage', when: { categories: ['garbage'] }, department: NEW }] : []), ...example.routing],
  });

let running: RunningHotline;
let hotline: ReturnType<typeof handsOn>;
const assemblies: string[] = [];

beforeAll(async () => {
  running = await bringUp({ district: 'example' });
  hotline = handsOn(running.stack);
});
afterAll(async () => {
  await running?.stop();
  for (const folder of assemblies) rmSync(folder, { recursive: true });
});

/** Synthesises a district; gives the folder, and the names of the stacks that have something in them, in cdk's order. */
const synthesise = (district: District): { folder: string; stacks: string[] } => {
  const folder = mkdtempSync(join(tmpdir(), 'hotline-departments-'));
  assemblies.push(folder);
  const { app } = buildApp(
    { district: 'example', local: running.stack.endpoint },
    { district, outdir: folder, stackTraces: false },
  );
  const { stacks } = app.synth({ skipValidation: true });
  return { folder, stacks: stacks.filter(({ template }) => template.Resources).map(({ stackName }) => stackName) };
};

const cdk = async (folder: string, ...args: string[]): Promise<string> => {
  const env = { ...localEnvironment(running.stack.endpoint), CDK_HOME: join(folder, 'home'), CDK_DISABLE_CLI_TELEMETRY: 'true' };
  const { code, output } = await runProgram(join(packagePrograms, 'cdk'), [...args, '--app', folder, '--ci', '--no-notices'], {
    cwd: folder,
    env,
  });
  if (code !== 0) throw new Error(`cdk ${args.join(' ')}: ${output}`);
  return output;
};
const DIRECTLY = ['--require-approval', 'never', '--method', 'direct', '--concurrency', '4'];

const open = async (): Promise<string> => {
  const body = { kind: 'help', category: 'garbage', area: 'northgate', matter: 'The bins were not emptied' };
  const headers = { 'idempotency-key': randomUUID() };
  return (await hotline.insist({ as: 'resident-ann', path: '/tickets', body, headers })).ticket.number;
};

const inQueue = new Map<string, string>();
/** Takes what is in the work queue of a department, and remembers where each ticket was. */
const look = async (department: string): Promise<void> => {
  const { endpoint, account } = running.stack;
  const QueueUrl = `${endpoint}/${account}/hotline-dev-example-work-${department}`;
  for (;;) {
    const { Messages = [] } = await hotline.sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
    for (const { Body = '{}' } of Messages) inQueue.set(JSON.parse(Body).number, department);
    if (Messages.length === 0) return;
  }
};

const exists = async (StackName: string): Promise<boolean> => {
  const client = new CloudFormationClient(localClientConfig(running.stack.endpoint));
  try {
    const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName }));
    return Stacks.some(({ StackStatus }) => StackStatus !== 'DELETE_COMPLETE');
  } catch (error) {
    if (/does not exist/.test(String(error))) return false;
    throw error;
  }
};

it('a ticket that is opened while a department is being added reaches the work queue of the department that it is given to', async () => {
  const { folder, stacks } = synthesise(withParks(true));
  const numbers = [await open()];
  for (const stack of stacks) {
    await cdk(folder, 'deploy', stack, '--exclusively', ...DIRECTLY);
    numbers.push(await open());
  }
  await eventually(
    async () => {
      for (const department of ['works', NEW]) await look(department);
      return numbers.filter((number) => !inQueue.has(number));
    },
    (missing) => missing.length === 0,
    20,
  );
  for (const number of numbers) {
    const { department } = await hotline.insist({ as: 'agent-cleo', method: 'GET', path: `/tickets/${number}` });
    expect(inQueue.get(number)).toBe(department);
  }
  expect(new Set(inQueue.values())).toEqual(new Set(['works', NEW]));
});

it('a department that goes takes its lane with it, and the stack of the lane when nothing else is in it', async () => {
  const lanes = `hotline-dev-example-lanes-${laneStackOf(NEW)}`;
  expect(example.departments.map(({ id }) => laneStackOf(id))).not.toContain(laneStackOf(NEW));
  expect(await exists(lanes)).toBe(true);
  // First nothing names it, then it goes.
  const [quiet, gone] = [synthesise(withParks(false)), synthesise(example)];
  await cdk(quiet.folder, 'deploy', '--all', ...DIRECTLY);
  await cdk(gone.folder, 'deploy', '--all', ...DIRECTLY);
  expect(await exists(lanes)).toBe(false);
  const path = `/tickets/${await open()}`;
  const ticket = await eventually(
    () => hotline.insist({ as: 'agent-cleo', method: 'GET', path }),
    ({ unit }) => unit !== undefined,
  );
  expect(ticket.department).toBe('works');

  await cdk(gone.folder, 'destroy', '--all', '--force');
  for (const stack of gone.stacks) expect(await exists(stack), stack).toBe(false);
});
