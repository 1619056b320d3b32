import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));
const kept = join(project, '.local', 'pages');
const vite = join(project, 'node_modules', 'vite', 'bin', 'vite.js');

/** What may change what is built: the pages, what they import of ours, and the packages. */
const SOURCES = ['web', 'shared/contracts', 'shared/domain', 'package.json', 'package-lock.json'];

const filesBelow = (path: string): string[] =>
  statSync(path).isFile()
    ? [path]
    : readdirSync(path, { recursive: true, encoding: 'utf8' })
        .map((name) => join(path, name))
        .filter((file) => statSync(file).isFile());

const hashOfSources = (): string => {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((name) => filesBelow(join(project, name))).sort())
    hash.update(file.slice(project.length)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex').slice(0, 20);
};

/** Throws what Vite said when it fails. */
const build = (folder: string): void => {
  const args = [vite, 'build', '--config', join(project, 'web', 'vite.config.ts'), '--outDir', folder, '--logLevel', 'warn'];
  // The variable would make it another build, for developers.
  const env = { ...process.env, NODE_ENV: 'production' };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: join(project, 'web'), env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the pages could not be built:\n${stdout}${stderr}`);
};

let built: string | undefined;

/**
 * Gives the folder of the pages as Vite builds them. Built once for the same sources, below .local/; several processes may
 * build them at once, and then one of them counts.
 */
export const builtPages = (): string => {
  if (built) return built;
  const folder = join(kept, hashOfSources());
  if (!existsSync(folder)) {
    mkdirSync(dirname(folder), { recursive: true });
    const aside = mkdtempSync(join(kept, 'building-'));
    build(aside);
    try {
      renameSync(aside, folder);
    } catch {
      // Another process was quicker.
      rmSync(aside, { recursive: true });
    }
  }
  built = folder;
  return folder;
};
