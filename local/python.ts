import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { PlainFailure } from './plain-failure.ts';
import { localFolder, projectFolder } from './project-folder.ts';
import { runProgram } from './run-program.ts';

/** The sets of pinned packages in local/python-packages; each gets an environment of its own. */
export type PythonPackages = 'emulator' | 'java';

const oldestMinorVersion = 10;

async function findPython(): Promise<string> {
  const printVersion = 'import sys; print(sys.version_info[0] * 1000 + sys.version_info[1])';
  for (const candidate of ['python3', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python']) {
    const { code, output } = await runProgram(candidate, ['-c', printVersion]);
    if (code === 0 && Number(output) >= 3000 + oldestMinorVersion) return candidate;
  }
  throw new PlainFailure('Python 3.10 or newer was not found: install it (package python3), then run the command again.');
}

async function makeEnvironment(folder: string, pins: string): Promise<void> {
  const logFile = `${folder}.log`;
  const python = await findPython();
  await rm(folder, { recursive: true, force: true });
  await rm(logFile, { force: true });
  const made = await runProgram(python, ['-m', 'venv', folder], { logFile });
  if (made.code !== 0) {
    if (/ensurepip|No module named venv/.test(made.output)) {
      throw new PlainFailure("Python's venv module is missing: install it (package python3-venv), then run the command again.");
    }
    throw new PlainFailure(`Python could not make an environment in ${folder}: ${logFile} says why.`);
  }
  const pip = ['-m', 'pip', 'install', '--disable-pip-version-check', '--no-input', '--retries', '2', '-r', pins];
  const installed = await runProgram(join(folder, 'bin', 'python'), pip, { logFile });
  if (installed.code === 0) return;
  if (/NewConnectionError|ConnectTimeout|ConnectionError|ProxyError|Name or service not known/.test(installed.output)) {
    throw new PlainFailure(
      'The Python package index could not be reached: check the network or the proxy, then run the command again.',
    );
  }
  throw new PlainFailure(`pip could not install what ${pins} lists: ${logFile} says why.`);
}

/**
 * Makes sure that the environment with these packages is there and whole, and gives the path of its Python.
 * Throws a PlainFailure when the machine lacks Python, its venv module or the network.
 */
export async function preparePython(packages: PythonPackages, onProgress: (what: string) => void = () => {}): Promise<string> {
  const folder = join(localFolder, 'python', packages);
  const python = join(folder, 'bin', 'python');
  const pins = join(projectFolder, 'local', 'python-packages', `${packages}.txt`);
  const stamp = join(folder, 'complete');
  const wanted = createHash('sha256')
    .update(await readFile(pins))
    .digest('hex');
  const isWhole = async (): Promise<boolean> => {
    if (!existsSync(stamp) || (await readFile(stamp, 'utf8')) !== wanted) return false;
    // The machine's Python, which the environment leans on, may have been replaced or moved since.
    return (await runProgram(python, ['-c', ''])).code === 0;
  };
  if (await isWhole()) return python;
  await withLock(`${folder}.lock`, async () => {
    if (await isWhole()) return;
    onProgress(
      `installing the Python packages for ${packages === 'java' ? 'DynamoDB Local' : 'the local AWS'} (20 s, only once)`,
    );
    await makeEnvironment(folder, pins);
    await writeFile(stamp, wanted);
  });
  return python;
}
