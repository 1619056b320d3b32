import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { findFreePort, isPortFree } from '#local/free-port.ts';

describe('ports', () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  it('finds one that is free and sees when it is taken', async () => {
    const port = await findFreePort();
    expect(await isPortFree(port)).toBe(true);
    server = createServer();
    await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve));
    expect(await isPortFree(port)).toBe(false);
  });
});
