import type { Person } from '#infra/district/people.ts';
import { type Deployment, deploy } from './deploy.ts';
import { describeStack } from './describe-stack.ts';
import { startEmulator } from './emulator.ts';
import { checkEndpoint } from './endpoint.ts';
import { signInPeople } from './people.ts';
import { PlainFailure } from './plain-failure.ts';
import { readSamplePeople } from './sample-people.ts';
import { type SignInPlace, startSignIn } from './sign-in.ts';
import type { Stack } from './stack-file.ts';

/** What to bring up, and where. */
export interface BringUpOptions {
  /** A folder of config/. */
  district: string;
  /** A local AWS that is up already; without it one is started, and stopped again by stop. */
  endpoint?: string | undefined;
  /** For the local AWS that is started; any free port when absent. */
  port?: number | undefined;
  /** Functions may then only do what their roles allow; only for a local AWS that is started here. The app gets the context enforce-iam=true. */
  enforceIam?: boolean;
  onProgress?: (what: string) => void;
  signal?: AbortSignal | undefined;
  /** More context for the CDK app. */
  context?: Readonly<Record<string, string>>;
}

/** A deployed hotline with its sample people. */
export interface RunningHotline {
  stack: Stack;
  /** Gives the same stack with new tokens. */
  renewTokens(): Promise<Stack>;
  /** Ends what bringUp started; a local AWS that was up before stays as it is, with its stacks. */
  stop(): Promise<void>;
}

/** A function that signs the sample people in and gives the whole stack, with new tokens each time. */
const signingIn = (
  endpoint: string,
  deployment: Deployment,
  people: readonly Person[],
  district: string,
): (() => Promise<Stack>) => {
  const description = describeStack(endpoint, deployment);
  const startedAt = new Date().toISOString();
  return async () => {
    const signedIn = description.userPool ? await signInPeople(endpoint, description.userPool, people) : new Map();
    const withTokens = people.flatMap(({ id, name, groups, phone }): Stack['people'] => {
      const one = signedIn.get(id);
      if (!one) return [];
      return [{ id, name, groups: [...groups], phone, sub: one.sub, token: one.idToken }];
    });
    return { ...description, startedAt, pid: process.pid, district, people: withTokens };
  };
};

const deployTo = async (
  endpoint: string,
  people: readonly Person[],
  options: BringUpOptions,
  place: SignInPlace,
): Promise<Omit<RunningHotline, 'stop'>> => {
  const context = { ...options.context, 'sign-in': place.url, ...(options.enforceIam ? { 'enforce-iam': 'true' } : {}) };
  const deployment = await deploy({ ...options, endpoint, context });
  const signIn = signingIn(endpoint, deployment, people, options.district);
  const renewTokens = async (): Promise<Stack> => {
    const stack = await signIn();
    place.show(stack.people);
    return stack;
  };
  options.onProgress?.('signing the sample people in');
  options.signal?.throwIfAborted();
  return { stack: await renewTokens(), renewTokens };
};

/**
 * Brings the whole hotline up: local AWS, this project's stacks, sample people. Writes no file that others read.
 * Throws a PlainFailure for what the person can mend, and then leaves nothing running.
 */
export const bringUp = async (options: BringUpOptions): Promise<RunningHotline> => {
  const { people, departments } = readSamplePeople(options.district);
  if (options.endpoint && options.enforceIam)
    throw new PlainFailure('The local AWS that is up already decides whether IAM is enforced.');
  if (!options.endpoint) options.onProgress?.('starting the local AWS');
  const emulator = options.endpoint ? undefined : await startEmulator(options);
  const endpoint = checkEndpoint(options.endpoint ?? emulator?.endpoint);
  const place = await startSignIn(departments);
  const stop = async (): Promise<void> => {
    await place.stop();
    await emulator?.stop();
  };
  try {
    return { ...(await deployTo(endpoint, people, options, place)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
