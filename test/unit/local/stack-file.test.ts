import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readStack, removeStack, type Stack, writeStack } from '#local/stack-file.ts';

const stack: Stack = {
  startedAt: '2026-11-23T08:00:00.000Z',
  pid: process.pid,
  endpoint: 'http://127.0.0.1:4566',
  region: 'us-east-1',
  account: '000000000000',
  district: 'linzi',
  api: 'http://127.0.0.1:4566/_aws/execute-api/hotline',
  webhooks: {},
  queues: [],
  tables: [],
  topics: [],
  functions: [],
  secrets: [],
  outputs: {},
  people: [{ id: 'a', name: 'A', groups: ['resident'], sub: 's', token: 't' }],
};

describe('the stack file', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'stack-file-'));
    file = join(folder, 'deep', 'stack.json');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is read as it was written, by its owner only', async () => {
    await writeStack(stack, file);
    expect(readStack(file)).toEqual(stack);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('says that nothing is up when it is absent or its process is gone', async () => {
    expect(readStack(file)).toBeUndefined();
    // The highest process id that Linux can give out is 2^22.
    await writeStack({ ...stack, pid: 2 ** 22 + 1 }, file);
    expect(readStack(file)).toBeUndefined();
  });

  it('is removed only by the process that wrote it', async () => {
    await writeStack({ ...stack, pid: process.ppid }, file);
    await removeStack(file);
    expect(readFileSync(file, 'utf8')).toContain('"pid"');
    await writeStack(stack, file);
    await removeStack(file);
    expect(readStack(file)).toBeUndefined();
  });

  it('of another version is refused with what to do', async () => {
    await writeStack(stack, file);
    writeFileSync(file, '{}');
    expect(() => readStack(file)).toThrow('delete it and run npm start again');
  });
});
