import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import * as z from 'zod';
import { readAssembly } from './assembly.ts';
import { type DeployedStack, readDeployedStacks } from './deployed-resources.ts';
import { causeIn } from './deployment-cause.ts';
import { checkEndpoint, localAccount, localClientConfig, localEnvironment, localRegion } from './endpoint.ts';
import { removeOldRuns } from './old-runs.ts';
import { PlainFailure } from './plain-failure.ts';
import { localFolder, packagePrograms, projectFolder } from './project-folder.ts';
import { repairStacks } from './repair.ts';
import { runProgram } from './run-program.ts';

export type DeployOptions = {
  readonly endpoint: string;
  /** A folder of config/. */
  readonly district: string;
  readonly onProgress?: (what: string) => void;
  readonly signal?: AbortSignal | undefined;
  /** More context for the app, over and above stage, district and local. */
  readonly context?: Readonly<Record<string, string>>;
  /** What cdk runs to synthesise; cdk.json says it when absent. */
  readonly app?: string;
};

export type Deployment = {
  /** Stack name → output name → value. */
  readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly stacks: readonly DeployedStack[];
};

const Outputs = z.record(z.string(), z.record(z.string(), z.string()));

const deploymentsFolder = join(localFolder, 'deployments');

/** The one folder in which everything about a deployment to this endpoint lies. */
function folderFor(endpoint: string): string {
  return join(deploymentsFolder, new URL(endpoint).host.replaceAll(/[^a-zA-Z0-9.-]/g, '-'));
}

async function isBootstrapped(endpoint: string): Promise<boolean> {
  const client = new CloudFormationClient({ ...localClientConfig(endpoint), maxAttempts: 2 });
  try {
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: 'CDKToolkit' }));
    return Stacks?.some(({ StackStatus }) => /^(CREATE|UPDATE)_COMPLETE$/.test(StackStatus ?? '')) ?? false;
  } catch (error) {
    if (error instanceof Error && /does not exist/.test(error.message)) return false;
    // An answer that is no CloudFormation's gives a message of many lines about its parsing.
    const why =
      error instanceof Error && !/Deserialization/.test(error.message) ? error.message : 'what answers is something else';
    throw new PlainFailure(`No local AWS answers at ${endpoint} (${why}): check AWS_ENDPOINT_URL.`);
  }
}

/**
 * Synthesises this project's stacks and deploys all of them to a local AWS, then sets what its CloudFormation drops.
 * Throws a PlainFailure with the cause and the log's path when a step fails, and never talks to the real AWS.
 */
export async function deploy(options: DeployOptions): Promise<Deployment> {
  const endpoint = checkEndpoint(options.endpoint);
  const onProgress = options.onProgress ?? (() => {});
  const folder = folderFor(endpoint);
  const assembly = join(folder, 'assembly');
  const outputsFile = join(folder, 'outputs.json');
  const bootstrapFolder = join(folder, 'bootstrap');
  await removeOldRuns(deploymentsFolder);
  await rm(folder, { recursive: true, force: true });
  await mkdir(bootstrapFolder, { recursive: true });

  const cdk = async (step: string, args: readonly string[], cwd = projectFolder, onLine: (line: string) => void = () => {}) => {
    const logFile = join(folder, `${step}.log`);
    const { code, output } = await runProgram(join(packagePrograms, 'cdk'), [...args, '--ci', '--no-notices', '--no-color'], {
      cwd,
      logFile,
      onLine,
      signal: options.signal,
      env: {
        ...localEnvironment(endpoint),
        CDK_HOME: join(localFolder, 'cdk-home'),
        CDK_DISABLE_CLI_TELEMETRY: 'true',
        // cdk's own checking of the templates takes longer than all the rest of synthesis; a cdk synth by hand still does it.
        CDK_VALIDATION: 'false',
      },
    });
    if (code !== 0) throw new PlainFailure(`cdk ${step} failed: ${causeIn(output)} (all of it: ${logFile})`);
  };

  const synthesise = async (): Promise<void> => {
    onProgress('synthesising the stacks');
    const context = { stage: 'dev', district: options.district, local: endpoint, ...options.context };
    const contextArgs = Object.entries(context).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    await cdk('synth', [
      'synth',
      '--quiet',
      '--output',
      assembly,
      ...(options.app ? ['--app', options.app] : []),
      ...contextArgs,
    ]);
  };
  const bootstrap = async (): Promise<void> => {
    if (await isBootstrapped(endpoint)) return;
    onProgress('preparing the local account for cdk');
    // In a folder without cdk.json, so that it does not synthesise the app once more.
    await cdk('bootstrap', ['bootstrap', `aws://${localAccount}/${localRegion}`], bootstrapFolder);
  };
  const both = await Promise.allSettled([synthesise(), bootstrap()]);
  for (const one of both) if (one.status === 'rejected') throw one.reason;

  const told = new Set<string>();
  const tell = (line: string): void => {
    const stack = /^(\S+): deploying\.\.\./.exec(line)?.[1];
    if (stack && !told.has(stack)) onProgress(`deploying ${stack}`);
    if (stack) told.add(stack);
  };
  const deployArgs = ['--require-approval', 'never', '--method', 'direct', '--concurrency', '4', '--progress', 'events'];
  await cdk('deploy', ['deploy', '--all', '--app', assembly, '--outputs-file', outputsFile, ...deployArgs], projectFolder, tell);

  onProgress('setting what the local CloudFormation leaves out');
  const stacks = await readDeployedStacks(endpoint, readAssembly(assembly));
  await repairStacks(endpoint, stacks);
  return { outputs: Outputs.parse(JSON.parse(await readFile(outputsFile, 'utf8'))), stacks };
}
