import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startInBackground } from './background-program.ts';
import { findFreePort, isPortFree } from './free-port.ts';
import { removeOldRuns } from './old-runs.ts';
import { PlainFailure } from './plain-failure.ts';
import { localFolder, packagePrograms } from './project-folder.ts';
import { preparePython } from './python.ts';

export type EmulatorOptions = {
  /** Any free port when absent. */
  readonly port?: number | undefined;
  /** Functions then may only do what their roles allow. */
  readonly enforceIam?: boolean;
  readonly onProgress?: (what: string) => void;
};

/** A local AWS that this process started. */
export type Emulator = {
  readonly endpoint: string;
  readonly port: number;
  readonly logFile: string;
  stop(): Promise<void>;
};

const readyWithinMs = 30_000;

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

/**
 * Starts an empty local AWS and resolves when it answers. It ends with stop, or with this process.
 * Throws a PlainFailure when the port is taken, Python is missing or the emulator does not come up.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const port = options.port ?? (await findFreePort());
  if (!(await isPortFree(port))) {
    throw new PlainFailure(
      `Port ${port} is taken by another program: end that one, or choose another port with npm start -- --port ${port + 34}.`,
    );
  }
  const python = await preparePython('emulator', options.onProgress);
  const runsFolder = join(localFolder, 'emulators');
  await removeOldRuns(runsFolder);
  const folder = join(runsFolder, `port-${port}`);
  const logFile = join(folder, 'log');
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'tmp'), { recursive: true });
  // It unpacks the functions there, and Node must not take them for modules because the project's package.json says so.
  await writeFile(join(folder, 'tmp', 'package.json'), '{"type":"commonjs"}');
  const program = startInBackground([python, '-m', 'ministack'], {
    python,
    cwd: folder,
    logFile,
    // Exactly these: the functions that it runs inherit every variable of its process.
    env: {
      HOME: process.env.HOME,
      PATH: [packagePrograms, '/usr/bin', '/bin'].join(delimiter),
      TMPDIR: join(folder, 'tmp'),
      TZ: 'UTC',
      NODE_NO_WARNINGS: '1',
      GATEWAY_PORT: String(port),
      BIND_HOST: '127.0.0.1',
      MINISTACK_HOST: '127.0.0.1',
      IOT_MTLS_ENABLED: '0',
      SFTP_ENABLED: '0',
      STATE_DIR: join(folder, 'state'),
      LAMBDA_WARM_TTL_SECONDS: '120',
      LAMBDA_ACCOUNT_CONCURRENCY: '40',
      ...(options.enforceIam ? { AUTH: 'true' } : {}),
    },
  });
  const endpoint = `http://127.0.0.1:${port}`;
  const giveUpAt = Date.now() + readyWithinMs;
  while (!(await answers(`${endpoint}/_ministack/ready`))) {
    if (!program.isRunning() || Date.now() > giveUpAt) {
      await program.stop();
      const lastWords = (await readFile(logFile, 'utf8')).trim().split('\n').at(-1);
      throw new PlainFailure(
        `The local AWS did not come up on port ${port} (${lastWords || 'it said nothing'}): see ${logFile}.`,
      );
    }
    await wait(50);
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
}
