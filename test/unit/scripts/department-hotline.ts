import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { operations } from '#contracts/http/operations.ts';
import { plusMinutes } from '#domain/instant.ts';
import { httpEvent, people } from '#test/unit/functions/http-event.ts';
import { NOW, seededHotline } from '#test/unit/functions/seeded-hotline.ts';

/** How the hotline meets a request: as ever, with an answer of API Gateway's or a proxy's, or it breaks off before or after it did what was asked. */
export type Fault =
  | { status: number; headers?: Record<string, string>; body?: string }
  | 'breaks-off'
  | 'answer-is-lost'
  | undefined;

/** What a test does when a request comes, before it is answered: `times` counts those of the same operation. */
type Meets = (name: string, times: number) => Fault | Promise<Fault>;

const named = (method: string, path: string) => {
  for (const contract of operations) {
    const form = new RegExp(`^${contract.path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
    const params = form.exec(path)?.groups;
    if (contract.method === method && params) return { contract, params: { ...params } };
  }
  return undefined;
};

/**
 * The seeded hotline behind a loopback server, its real doors with the water department's clerk, whose two pieces of work
 * may both be leased. The token is the one that the test says; any other is refused as API Gateway refuses it.
 */
export const departmentHotline = async (meets: Meets = () => undefined, token = () => 'good') => {
  const hotline = await seededHotline();
  hotline.setTime(plusMinutes(NOW, 10));
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const text = Buffer.concat(parts).toString();
    const found = named(request.method ?? '', request.url ?? '');
    const name = found?.contract.name ?? 'none';
    const number = found?.params.number;
    asked.push(number === undefined ? name : `${name} ${number}`);
    const fault = await meets(name, asked.filter((one) => one.startsWith(name)).length);
    if (fault === 'breaks-off') return void request.socket.destroy();
    if (fault && fault !== 'answer-is-lost') return void response.writeHead(fault.status, fault.headers).end(fault.body ?? '{}');
    if (request.headers.authorization !== `Bearer ${token()}` || !found)
      return void response.writeHead(401).end('{"message":"Unauthorized"}');
    const body = text === '' ? undefined : JSON.parse(text);
    const {
      status,
      body: answer,
      again,
    } = await hotline.send(
      name,
      httpEvent(found.contract, { params: found.params, headers: { 'content-type': 'application/json' }, body }, people.water),
    );
    if (fault === 'answer-is-lost') return void request.socket.destroy();
    // A quick department: these tests are not about how long it waits.
    response.writeHead(status, { 'content-type': 'application/json', ...(again !== undefined && { 'retry-after': '0.05' }) });
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const count = (name: string): number => asked.filter((one) => one.startsWith(name)).length;
  return { ...hotline, asked, count, api: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
};

/** The client of examples/ as a department runs it: what it prints, and how it ends. */
export const departmentClient = (api: string, settings: Record<string, string> = {}) => {
  const env = { PATH: process.env.PATH, API: api, DEPARTMENT: 'water', TOKEN: 'good', ...settings };
  const client: ChildProcess = spawn(process.execPath, ['examples/department.mjs'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void client.kill('SIGKILL'));
  let printed = '';
  const waiting = new Set<() => void>();
  client.stdout?.on('data', (chunk) => {
    printed += chunk;
    for (const look of waiting) look();
  });
  const ended = new Promise<number | null>((resolve) => client.on('exit', resolve));
  /** What it printed, without the time. */
  const lines = (): string[] =>
    printed
      .split('\n')
      .filter(Boolean)
      .map((line) => line.replace(/^\S+Z /, ''));
  const prints = (words: RegExp): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!lines().some((line) => words.test(line))) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  return { client, ended, lines, prints, stop: () => client.kill('SIGTERM') };
};
