import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import getPort from 'get-port';
import { comesUp, startInBackground } from './background-program.ts';
import { localHost } from './endpoint.ts';
import { removeOldRuns } from './old-runs.ts';
import { PlainFailure } from './plain-failure.ts';
import { localFolder, packagePrograms, projectFolder } from './project-folder.ts';
import { preparePython } from './python.ts';

/** How a local AWS is started. */
export interface EmulatorOptions {
  /** Any free port when absent. */
  port?: number | undefined;
  /** Functions then may only do what their roles allow. */
  enforceIam?: boolean;
  onProgress?: (what: string) => void;
}

/** A local AWS that this process started. */
export interface Emulator {
  endpoint: string;
  port: number;
  logFile: string;
  stop(): Promise<void>;
}

const RUNS = join(localFolder, 'emulators');
const PROGRAM = join(projectFolder, 'local', 'run-emulator.py');
const READY_WITHIN_MS = 30_000;

/** Longer than the minute between two runs of a schedule, whose functions thereby stay up; all others go when idle. */
const IDLE_WORKERS_LIVE_SECONDS = 65;

const answers = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
};

/** The port that is wished for, or any free one. Throws a PlainFailure when the wished one is taken. */
const portFor = async (wished: number | undefined): Promise<number> => {
  const port = await getPort({ host: localHost, ...(wished !== undefined && { port: wished }) });
  if (wished === undefined || port === wished) return port;
  throw new PlainFailure(
    `Port ${wished} is taken by another program: end that one, or choose another port with npm start -- --port ${wished + 34}.`,
  );
};

/** Empties the folder of a run. */
const makeFolder = async (port: number): Promise<string> => {
  await removeOldRuns(RUNS);
  const folder = join(RUNS, `port-${port}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'tmp'), { recursive: true });
  // It unpacks the functions there, and Node must not take them for modules because the project's package.json says so.
  await writeFile(join(folder, 'tmp', 'package.json'), '{"type":"commonjs"}');
  return folder;
};

/** The whole environment of the emulator: the functions that it runs inherit every variable of its process. */
const environment = (folder: string, port: number, enforceIam: boolean): NodeJS.ProcessEnv => ({
  HOME: process.env.HOME,
  PATH: [packagePrograms, '/usr/bin', '/bin'].join(delimiter),
  TMPDIR: join(folder, 'tmp'),
  TZ: 'UTC',
  NODE_NO_WARNINGS: '1',
  GATEWAY_PORT: String(port),
  BIND_HOST: localHost,
  MINISTACK_HOST: localHost,
  IOT_MTLS_ENABLED: '0',
  SFTP_ENABLED: '0',
  STATE_DIR: join(folder, 'state'),
  LAMBDA_WARM_TTL_SECONDS: String(IDLE_WORKERS_LIVE_SECONDS),
  LAMBDA_ACCOUNT_CONCURRENCY: '40',
  ...(enforceIam && { AUTH: 'true' }),
});

/**
 * Starts an empty local AWS and resolves when it answers. It ends with stop, or with this process.
 * Throws a PlainFailure when the port is taken, Python is missing or the emulator does not come up.
 */
export const startEmulator = async ({ enforceIam = false, ...options }: EmulatorOptions = {}): Promise<Emulator> => {
  const port = await portFor(options.port);
  const python = await preparePython('emulator', options.onProgress);
  const folder = await makeFolder(port);
  const logFile = join(folder, 'log');
  const env = environment(folder, port, enforceIam);
  const program = startInBackground([python, PROGRAM], { python, cwd: folder, logFile, env });
  const endpoint = `http://${localHost}:${port}`;
  if (!(await comesUp(program, () => answers(`${endpoint}/_ministack/ready`), READY_WITHIN_MS))) {
    const lastWords = (await readFile(logFile, 'utf8')).trim().split('\n').at(-1) || 'it said nothing';
    throw new PlainFailure(`The local AWS did not come up on port ${port} (${lastWords}): see ${logFile}.`);
  }
  return {
    endpoint,
    port,
    logFile,
    stop: async () => {
      await program.stop();
      for (const made of ['tmp', 'state']) await rm(join(folder, made), { recursive: true, force: true });
    },
  };
};
