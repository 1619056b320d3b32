import { describe, expect, it } from 'vitest';
import { lineOf } from '#runtime/log.ts';
import { scheduledFunction } from '#runtime/schedule.ts';

const made = (run: () => Promise<number>) => {
  const lines: string[] = [];
  return { lines, handler: scheduledFunction('raise-cards', run, { log: (...line) => lines.push(lineOf(...line)) }) };
};

describe('a scheduled function', () => {
  it('says how much was done', async () => {
    const { handler, lines } = made(async () => 7);
    expect(await handler()).toEqual({ count: 7 });
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ level: 'info', operation: 'raise-cards', count: 7 }]);
  });

  it('throws what failed, after one line about it', async () => {
    const { handler, lines } = made(async () => {
      throw new Error('no answer');
    });
    await expect(handler()).rejects.toThrow('no answer');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ level: 'error', operation: 'raise-cards' }]);
  });

  it('refuses the records of a queue', async () => {
    const { handler } = made(async () => 0);
    await expect(handler({ Records: [] })).rejects.toThrow('batch');
  });
});
