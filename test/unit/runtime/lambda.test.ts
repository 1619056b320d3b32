import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { lambda, type Middleware } from '#runtime/lambda.ts';

describe('a Lambda', () => {
  it('needs no more than the event, or not even that', async () => {
    const run = lambda<unknown, unknown>(async (...given: unknown[]) => given, []);
    expect(run.length).toBe(1);
    expect(await run('event')).toEqual(['event']);
    expect(await (run as () => Promise<unknown>)()).toEqual([{}]);
  });

  it('goes in through its middlewares in their order, and out in the opposite one', async () => {
    const passed: string[] = [];
    const noting = (name: string): Middleware => ({
      before: () => void passed.push(`${name} in`),
      after: () => void passed.push(`${name} out`),
      onError: () => void passed.push(`${name} failed`),
    });
    await lambda(async () => passed.push('done'), [noting('first'), noting('second')])({});
    expect(passed.splice(0)).toEqual(['first in', 'second in', 'done', 'second out', 'first out']);
    const failing = lambda(() => Promise.reject(new Error('no answer')), [noting('first'), noting('second')]);
    await expect(failing({})).rejects.toThrow('no answer');
    expect(passed).toEqual(['first in', 'second in', 'second failed', 'first failed']);
  });

  it('is not cut short by middy when Lambda has little time left', async () => {
    const run = lambda<object, string>(async () => wait(30, 'done'), []) as (event: object, context: object) => Promise<string>;
    expect(await run({}, { getRemainingTimeInMillis: () => 6 })).toBe('done');
  });
});
