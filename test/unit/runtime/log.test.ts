import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { lineOf, log } from '#runtime/log.ts';

const errorIn = (error: unknown) =>
  JSON.parse(lineOf('error', 'failed', { error })).error as { name: string; message?: string; stack?: string[] };

describe('a log line', () => {
  it('is one line of JSON on standard output', () => {
    const spy = vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
    // As in Lambda, where the console puts something before each line that makes it no JSON.
    const console = vi
      .spyOn(globalThis.console, 'log')
      .mockImplementation((line) => process.stdout.write(`2026-11-23 INFO ${line}`));
    log('warn', 'something', { ticket: 'LZ261123100010', count: 2 });
    const lines = spy.mock.calls.map(([line]) => String(line));
    spy.mockRestore();
    console.mockRestore();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^[^\n]+\n$/);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'warn', message: 'something', ticket: 'LZ261123100010', count: 2 });
  });

  it.each([
    'no answer for +8610000000001',
    'no answer for 100 0000 0001',
    'no answer for 100-0000-0001',
    'key "user:王秀兰" is wrong',
    "key '王秀兰' is wrong",
    "can't read the key 'Wang Xiulan'",
    'key `王秀兰` is wrong',
    'key “王秀兰” is wrong',
    'key "王秀兰\n的事" is wrong',
  ])('leaves out what an error quotes: %j', (message) =>
    expect(errorIn(new Error(message)).message).not.toMatch(/王秀兰|的事|Wang|0000/),
  );

  it('keeps what tells the cause', () => {
    expect(errorIn(new Error('connect ECONNREFUSED 127.0.0.1:4566')).message).toBe('connect ECONNREFUSED 127.0.0.1:4566');
    expect(errorIn(new TypeError('x')).stack?.[0]).toMatch(/^at .*log\.test\.ts/);
  });

  it('shows where an error arose, not a message that looks like a place', () => {
    const { stack } = errorIn(new Error('first\n    at 王秀兰家里\n    at home'));
    expect(JSON.stringify(stack)).not.toMatch(/王秀兰|home/);
    expect(stack?.length).toBeGreaterThan(0);
  });

  it('says of what could not be parsed only that', () => {
    const unparsed = z.object({ kind: z.enum(['a']) }).safeParse({ kind: '王秀兰' }).error;
    expect(errorIn(unparsed).message).toBe('did not parse');
    let thrown: unknown;
    try {
      JSON.parse('王秀兰家漏水');
    } catch (error) {
      thrown = error;
    }
    expect(JSON.stringify(errorIn(thrown))).not.toContain('王秀兰');
  });

  it.each(['text 王秀兰', { name: '王秀兰' }, 7, null])('says nothing of a thrown %j but its type', (thrown) => {
    expect(errorIn(thrown)).toEqual({ name: typeof thrown });
  });
});
