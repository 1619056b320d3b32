import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import getPort from 'get-port';
import { localHost } from './endpoint.ts';

const KEPT_FOR_MS = 60 * 60_000;

const isPortFree = async (port: number): Promise<boolean> => (await getPort({ host: localHost, port })) === port;

const isOld = async (path: string): Promise<boolean> => {
  const lastChange = (await stat(path).catch(() => undefined))?.mtimeMs ?? Date.now();
  return Date.now() - lastChange >= KEPT_FOR_MS;
};

/**
 * Removes what earlier runs left in this folder: entries that end with a port on which nobody listens any more.
 * Those of the last hour stay, so that a failure can be looked into and a run that is just starting is left alone.
 */
export const removeOldRuns = async (folder: string): Promise<void> => {
  for (const name of await readdir(folder).catch(() => [])) {
    const port = Number(/-(\d+)(\.log)?$/.exec(name)?.[1]);
    if (!port || port > 65_535) continue;
    const path = join(folder, name);
    if ((await isOld(path)) && (await isPortFree(port))) await rm(path, { recursive: true, force: true });
  }
};
