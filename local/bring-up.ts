import { deploy } from './deploy.ts';
import { describeStack } from './describe-stack.ts';
import { startEmulator } from './emulator.ts';
import { checkEndpoint } from './endpoint.ts';
import { signInPeople } from './people.ts';
import { PlainFailure } from './plain-failure.ts';
import { readSamplePeople } from './sample-people.ts';
import type { Stack } from './stack-file.ts';

export type BringUpOptions = {
  /** A folder of config/. */
  readonly district: string;
  /** A local AWS that is up already; without it one is started, and stopped again by stop. */
  readonly endpoint?: string | undefined;
  /** For the local AWS that is started; any free port when absent. */
  readonly port?: number | undefined;
  /** Functions may then only do what their roles allow; only for a local AWS that is started here. The app gets the context enforce-iam=true. */
  readonly enforceIam?: boolean;
  readonly onProgress?: (what: string) => void;
  readonly signal?: AbortSignal | undefined;
  /** More context for the CDK app. */
  readonly context?: Readonly<Record<string, string>>;
};

/** A deployed hotline with its sample people. */
export type RunningHotline = {
  readonly stack: Stack;
  /** Gives the same stack with new tokens. */
  renewTokens(): Promise<Stack>;
  /** Ends what bringUp started; a local AWS that was up before stays as it is, stacks and all. */
  stop(): Promise<void>;
};

/**
 * Brings the whole hotline up: local AWS, this project's stacks, sample people. Writes no file that others read.
 * Throws a PlainFailure for what the person can mend, and then leaves nothing running.
 */
export async function bringUp(options: BringUpOptions): Promise<RunningHotline> {
  const onProgress = options.onProgress ?? (() => {});
  const people = readSamplePeople(options.district);
  if (options.endpoint && options.enforceIam)
    throw new PlainFailure('Whether IAM is enforced is up to the local AWS that is up already.');
  if (!options.endpoint) onProgress('starting the local AWS');
  const emulator = options.endpoint ? undefined : await startEmulator(options);
  const endpoint = checkEndpoint(options.endpoint ?? emulator?.endpoint);
  try {
    const context = { ...options.context, ...(options.enforceIam ? { 'enforce-iam': 'true' } : {}) };
    const deployment = await deploy({ ...options, endpoint, context });
    const description = describeStack(endpoint, deployment);
    const startedAt = new Date().toISOString();

    const withTokens = async (): Promise<Stack> => {
      const signedIn = description.userPool ? await signInPeople(endpoint, description.userPool, people) : new Map();
      return {
        ...description,
        startedAt,
        pid: process.pid,
        district: options.district,
        people: people.flatMap(({ id, name, groups, phone }) => {
          const one = signedIn.get(id);
          if (!one) return [];
          return [{ id, name, groups: [...groups], ...(phone ? { phone } : {}), sub: one.sub, token: one.idToken }];
        }),
      };
    };

    onProgress('signing the sample people in');
    options.signal?.throwIfAborted();
    return { stack: await withTokens(), renewTokens: withTokens, stop: async () => emulator?.stop() };
  } catch (error) {
    await emulator?.stop();
    throw error;
  }
}
