import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { readAssembly } from './assembly.ts';
import { type Cdk, cdkIn } from './cdk.ts';
import { type DeployedStack, isBootstrapped, readDeployedStacks } from './deployed-resources.ts';
import { checkEndpoint, localAccount, localRegion } from './endpoint.ts';
import { removeOldRuns } from './old-runs.ts';
import { localFolder } from './project-folder.ts';
import { repairStacks } from './repair.ts';

/** What to deploy, and where. */
export interface DeployOptions {
  endpoint: string;
  /** A folder of config/. */
  district: string;
  onProgress?: (what: string) => void;
  signal?: AbortSignal | undefined;
  /** More context for the app, over and above stage, district and local. */
  context?: Readonly<Record<string, string>>;
  /** What cdk runs to synthesise; cdk.json names it when absent. */
  app?: string;
}

/** What a deployment made. */
export interface Deployment {
  /** Stack name → output name → value. */
  outputs: Readonly<Record<string, Readonly<Record<string, string>>>>;
  stacks: readonly DeployedStack[];
}

/** The files of a deployment. */
interface Places {
  /** The one folder in which everything about a deployment to this endpoint lies. */
  folder: string;
  assembly: string;
  outputs: string;
  /** Without cdk.json, so that what runs there does not synthesise the app once more. */
  bootstrap: string;
}

const Outputs = z.record(z.string(), z.record(z.string(), z.string()));

const DEPLOYMENTS = join(localFolder, 'deployments');

const makePlaces = async (endpoint: string): Promise<Places> => {
  const folder = join(DEPLOYMENTS, new URL(endpoint).host.replaceAll(/[^a-zA-Z0-9.-]/g, '-'));
  const places: Places = {
    folder,
    assembly: join(folder, 'assembly'),
    outputs: join(folder, 'outputs.json'),
    bootstrap: join(folder, 'bootstrap'),
  };
  await removeOldRuns(DEPLOYMENTS);
  await rm(folder, { recursive: true, force: true });
  await mkdir(places.bootstrap, { recursive: true });
  return places;
};

const synthesise = async (cdk: Cdk, places: Places, options: DeployOptions): Promise<void> => {
  options.onProgress?.('synthesising the stacks');
  const context = { stage: 'dev', district: options.district, local: options.endpoint, ...options.context };
  const contextArgs = Object.entries(context).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const app = options.app ? ['--app', options.app] : [];
  await cdk(['synth', '--quiet', '--output', places.assembly, ...app, ...contextArgs]);
};

const bootstrap = async (cdk: Cdk, places: Places, { endpoint, onProgress }: DeployOptions): Promise<void> => {
  if (await isBootstrapped(endpoint)) return;
  onProgress?.('preparing the local account for cdk');
  await cdk(['bootstrap', `aws://${localAccount}/${localRegion}`], { cwd: places.bootstrap });
};

/** Reports each stack once, when cdk begins with it. */
const reportingStacks = (onProgress: (what: string) => void): ((line: string) => void) => {
  const reported = new Set<string>();
  return (line) => {
    const stack = /^(\S+): deploying\.\.\./.exec(line)?.[1];
    if (!stack || reported.has(stack)) return;
    reported.add(stack);
    onProgress(`deploying ${stack}`);
  };
};

const deployAll = async (cdk: Cdk, places: Places, { onProgress = () => {} }: DeployOptions): Promise<void> => {
  const args = ['--require-approval', 'never', '--method', 'direct', '--concurrency', '4', '--progress', 'events'];
  const all = ['deploy', '--all', '--app', places.assembly, '--outputs-file', places.outputs, ...args];
  await cdk(all, { onLine: reportingStacks(onProgress) });
};

/**
 * Synthesises this project's stacks and deploys all of them to a local AWS, then sets what its CloudFormation drops.
 * Throws a PlainFailure with the cause and the log's path when a step fails, and never talks to the real AWS.
 */
export const deploy = async (wished: DeployOptions): Promise<Deployment> => {
  const options = { ...wished, endpoint: checkEndpoint(wished.endpoint) };
  const { endpoint } = options;
  const places = await makePlaces(endpoint);
  const cdk = cdkIn(places.folder, endpoint, options.signal);
  // Both come to an end before a failure of either is thrown.
  const both = await Promise.allSettled([synthesise(cdk, places, options), bootstrap(cdk, places, options)]);
  for (const one of both) if (one.status === 'rejected') throw one.reason;
  await deployAll(cdk, places, options);
  options.onProgress?.('setting what the local CloudFormation leaves out');
  const stacks = await readDeployedStacks(endpoint, readAssembly(places.assembly));
  await repairStacks(endpoint, stacks);
  return { outputs: Outputs.parse(JSON.parse(await readFile(places.outputs, 'utf8'))), stacks };
};
