import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isPortFree } from './free-port.ts';

const keptForMs = 60 * 60_000;

/**
 * Removes what earlier runs left in this folder: entries that end with a port on which nobody listens any more.
 * Those of the last hour stay, so that a failure can be looked into and a run that is just starting is left alone.
 */
export async function removeOldRuns(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const port = Number(/-(\d+)(\.log)?$/.exec(name)?.[1]);
    if (!port || port > 65_535) continue;
    const path = join(folder, name);
    const lastChange = (await stat(path).catch(() => undefined))?.mtimeMs ?? Date.now();
    if (Date.now() - lastChange < keptForMs || !(await isPortFree(port))) continue;
    await rm(path, { recursive: true, force: true });
  }
}
