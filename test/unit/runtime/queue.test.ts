import type { SQSEvent, SQSRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { NotYet } from '#domain/errors.ts';
import { lineOf } from '#runtime/log.ts';
import { queueFunction } from '#runtime/queue.ts';

const Message = z.strictObject({ id: z.string(), number: z.string(), correlationId: z.string() });
const message = (id: string) => ({ id, number: 'LZ261123100016', correlationId: `c-${id}` });
const eventOf = (...bodies: string[]): SQSEvent => ({
  Records: bodies.map((body, place) => ({ messageId: `m${place}`, body }) as SQSRecord),
});

const run = async (event: SQSEvent, handle: (one: z.output<typeof Message>) => Promise<string>) => {
  const lines: string[] = [];
  const answer = await queueFunction(Message, handle, { log: (...line) => lines.push(lineOf(...line)) })(event);
  return { failed: answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier), lines };
};

describe('a queue function', () => {
  it('does what can be done and reports the rest, one by one', async () => {
    const done: string[] = [];
    const bodies = [
      JSON.stringify(message('a')),
      '{',
      JSON.stringify({ ...message('b'), more: 1 }),
      'null',
      JSON.stringify(message('c')),
    ];
    const { failed, lines } = await run(eventOf(...bodies), async ({ id }) => {
      if (id === 'a') throw new Error('no answer');
      done.push(id);
      return 'done';
    });
    expect(done).toEqual(['c']);
    expect(failed).toEqual(['m0', 'm1', 'm2', 'm3']);
    expect(lines).toHaveLength(5);
  });

  it('logs the ticket and the thread of what was done, and of what failed', async () => {
    const { lines } = await run(eventOf(JSON.stringify(message('a')), JSON.stringify(message('b'))), async ({ id }) => {
      if (id === 'b') throw 'text';
      return 'done';
    });
    const about = { ticket: 'LZ261123100016' };
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'info', outcome: 'done', event: 'a', correlationId: 'c-a', ...about },
      { level: 'error', event: 'b', correlationId: 'c-b', ...about },
    ]);
  });

  it('tells of other messages what it is told to, also of one that failed', async () => {
    const lines: string[] = [];
    const schema = z.object({ call: z.string(), phone: z.string(), thread: z.string() });
    const about = ({ thread }: z.output<typeof schema>) => ({ correlationId: thread, event: 'an event of ours' });
    const handle = async ({ call }: z.output<typeof schema>): Promise<string> => {
      if (call === 'b') throw new Error('no answer');
      return 'done';
    };
    const run = queueFunction(schema, handle, { about, log: (...line) => lines.push(lineOf(...line)) });
    const bodies = ['a', 'b'].map((call) => JSON.stringify({ call, phone: '+8610000000001', thread: `c-${call}` }));
    expect((await run(eventOf(...bodies))).batchItemFailures).toEqual([{ itemIdentifier: 'm1' }]);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'info', outcome: 'done', correlationId: 'c-a', event: 'an event of ours' },
      { level: 'error', correlationId: 'c-b', event: 'an event of ours', error: { message: 'no answer' } },
    ]);
    expect(lines.join()).not.toContain('10000000001');
  });

  it('lets what is not possible yet come again, which is no failure', async () => {
    const { failed, lines } = await run(eventOf(JSON.stringify(message('a'))), async () => {
      throw new NotYet('the call goes on');
    });
    expect(failed).toEqual(['m0']);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ level: 'info', message: 'message comes again', event: 'a' }]);
  });

  it('logs nothing of a message that it could not parse', async () => {
    const bodies = [
      '王秀兰家漏水',
      JSON.stringify({ ...message('a'), 王秀兰: 1 }),
      JSON.stringify({ ...message('a'), number: ['+8610000000001'] }),
    ];
    const { failed, lines } = await run(eventOf(...bodies), async () => 'done');
    expect(failed).toHaveLength(3);
    expect(lines.join()).not.toMatch(/王秀兰|漏水|10000000001/);
  });

  it('answers an empty batch', async () => expect((await run(eventOf(), async () => 'done')).failed).toEqual([]));
});
