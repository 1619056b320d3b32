import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import getPort, { clearLockedPorts } from 'get-port';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEmulator } from '#local/emulator.ts';
import { localHost } from '#local/endpoint.ts';
import { removeOldRuns } from '#local/old-runs.ts';
import { PlainFailure } from '#local/plain-failure.ts';

const HOUR_MS = 60 * 60_000;

describe('a port on which another program listens', () => {
  let folder: string;
  let server: Server;
  let taken: number;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ports-'));
    taken = await getPort({ host: localHost });
    server = createServer();
    await new Promise<void>((resolve) => server.listen(taken, localHost, resolve));
  });
  afterEach(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  it('is no port for a local AWS', async () => {
    await expect(startEmulator({ port: taken })).rejects.toThrow(PlainFailure);
    await expect(startEmulator({ port: taken })).rejects.toThrow(`Port ${taken} is taken`);
  });

  it('keeps what its run left; what was left long ago by a run that is over goes', async () => {
    const free = await getPort({ host: localHost, exclude: [taken] });
    const made = [`port-${taken}`, `port-${free}`, 'no-port'].map((name) => join(folder, name));
    for (const path of made) {
      mkdirSync(path);
      utimesSync(path, new Date(), new Date(Date.now() - 2 * HOUR_MS));
    }
    // Else get-port itself holds what it gave just now for some seconds.
    clearLockedPorts();
    await removeOldRuns(folder);
    expect(made.map((path) => existsSync(path))).toEqual([true, false, true]);
  });
});
