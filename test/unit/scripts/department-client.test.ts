import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';

interface Answer {
  status: number;
  body: object;
  again?: number;
}
const leased = (...numbers: string[]): Answer => ({
  status: 200,
  body: {
    work: numbers.map((number) => ({
      lease: `lease-${number}`,
      item: { number, unit: 'u', matter: 'm', handleBy: { at: 'x' } },
    })),
  },
});

/** Runs the department's client of examples/ once against a hotline that answers so; gives the paths that it asked. */
const runAgainst = async (answer: (path: string, times: number) => Answer) => {
  const asked: { path: string; at: number }[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace('/departments/water', '');
    asked.push({ path, at: performance.now() });
    const { status, body, again } = answer(path, asked.filter((one) => one.path === path).length);
    response.writeHead(status, {
      'content-type': 'application/json',
      ...(again !== undefined && { 'retry-after': String(again) }),
    });
    response.end(JSON.stringify(body));
  });
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const API = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const env = { PATH: process.env.PATH, API, DEPARTMENT: 'water', TOKEN: 't', ONCE: '1' };
  const client = spawn(process.execPath, ['examples/department.mjs'], { env, stdio: 'ignore' });
  const status = await new Promise((resolve) => client.on('exit', resolve));
  return { status, paths: asked.map(({ path }) => path), at: asked.map(({ at }) => at) };
};

it('asks again when the hotline says so, and not before', async () => {
  const { status, paths, at } = await runAgainst((path, times) => {
    if (path !== '/work/leases') return { status: 200, body: {} };
    return times === 1 ? { ...leased(), again: 1 } : { ...leased('A'), again: 1 };
  });
  expect(status).toBe(0);
  expect(paths).toEqual([
    ...['/work/leases', '/work/leases', '/tickets/A/acceptance', '/tickets/A/resolution', '/work/acknowledgements'],
  ]);
  // It was told to wait for one second, which is what is tried here.
  expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThan(990);
});

it('goes on with the rest when one was returned meanwhile, and its lease has ended', async () => {
  const conflict = (code: string): Answer => ({ status: 409, body: { code } });
  const { status, paths } = await runAgainst((path, times) => {
    if (path === '/work/leases') return leased('A', 'B');
    if (path === '/tickets/A/acceptance') return conflict('state-not-allowed');
    return path === '/work/acknowledgements' && times === 1 ? conflict('lease-invalid') : { status: 200, body: {} };
  });
  expect(status).toBe(0);
  expect(paths.slice(1)).toEqual([
    ...['/tickets/A/acceptance', '/work/acknowledgements'],
    ...['/tickets/B/acceptance', '/tickets/B/resolution', '/work/acknowledgements'],
  ]);
});

it('leaves work that others are changing for later', async () => {
  const { paths } = await runAgainst((path) => {
    if (path === '/work/leases') return leased('A');
    return { status: 409, body: { code: 'ticket-changed-meanwhile' }, again: 1 };
  });
  expect(paths).toEqual(['/work/leases', '/tickets/A/acceptance']);
});
