// Runs a script of the project with everything that it needs: node scripts/set-up.mjs scripts/start.ts [arguments].
// Plain JavaScript for whatever Node the machine has; the script itself then runs on the project's own Node.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from '../local/lock.mjs';

const project = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = join(project, 'node_modules', '.bin');
const ownNode = join(bin, 'node');
const oldestNode = 20;

const stop = (sentence) => {
  console.error(sentence);
  process.exit(1);
};

const packagesIn = (lockFile) => JSON.parse(readFileSync(lockFile, 'utf8')).packages;

/** npm writes node_modules/.package-lock.json last, so it is the stamp of a whole installation. */
const packagesAreInstalled = () => {
  const stamp = join(project, 'node_modules', '.package-lock.json');
  if (!existsSync(stamp) || !existsSync(ownNode)) return false;
  const wanted = packagesIn(join(project, 'package-lock.json'));
  const installed = packagesIn(stamp);
  return (
    Object.keys(installed).every((path) => path in wanted) &&
    Object.entries(wanted).every(([path, entry]) => {
      if (path === '') return true;
      const there = installed[path];
      if (!there) return entry.optional === true;
      return there.version === entry.version && there.integrity === entry.integrity;
    })
  );
};

const installPackages = () =>
  new Promise((resolve) => {
    const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
    const [program, ...before] = npm;
    const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
    const child = spawn(program, [...before, 'ci', ...quiet], { cwd: project, stdio: ['ignore', 'ignore', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    child.on('error', () => stop('npm was not found: install Node together with npm, then run the command again.'));
    child.on('close', (code) => {
      if (code === 0) return resolve();
      console.error(errors.trim());
      if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH/.test(errors)) {
        stop('The package registry could not be reached: check the network or the proxy, then run the command again.');
      }
      stop(`npm ci failed (code ${code}): its message is above; mend that, then run the command again.`);
    });
  });

const run = (script, args) => {
  const child = spawn(ownNode, [script, ...args], {
    cwd: project,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // npm runs us through a shell, which may end at a signal without passing it on: then nobody is left who could stop us.
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, 500).unref();
  child.on('error', (error) => {
    stop(`The project's own Node can't run here (${error.code}): delete node_modules, then run the command again.`);
  });
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)));
};

const [script, ...args] = process.argv.slice(2);
if (!script) stop('Name the script to run: node scripts/set-up.mjs scripts/start.ts');
if (Number(process.versions.node.split('.')[0]) < oldestNode) {
  stop(`Node ${process.versions.node} is too old: install Node ${oldestNode} or newer, then run the command again.`);
}
if (!packagesAreInstalled()) {
  try {
    await withLock(
      join(project, '.local', 'packages.lock'),
      async () => {
        if (packagesAreInstalled()) return;
        console.error('Installing the packages (under a minute) …');
        await installPackages();
      },
      (holder) => console.error(`Waiting for process ${holder}, which is installing the packages …`),
    );
  } catch (error) {
    stop(error.message);
  }
}
run(script, args);
