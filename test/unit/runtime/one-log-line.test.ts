import type { ConnectContactFlowEvent } from 'aws-lambda';
import { expect, it } from 'vitest';
import { takeJambonzMessageContract } from '#contracts/webhooks/take-message.ts';
import { contactFlowFunction } from '#runtime/contact-flow.ts';
import { eventFunction } from '#runtime/event.ts';
import { type Log, lineOf } from '#runtime/log.ts';
import { streamFunction } from '#runtime/stream.ts';
import { webhookFunction } from '#runtime/webhook.ts';
import { queueBatch, streamOf } from '#test/unit/functions/lambda-records.ts';

const noted = () => {
  const lines: Record<string, unknown>[] = [];
  const log: Log = (...line) => void lines.push(JSON.parse(lineOf(...line)));
  return { lines, log };
};
const failing = () => Promise.reject(new Error('no answer'));

it('an event whose handling fails is thrown, after one line', async () => {
  const { lines, log } = noted();
  await expect(eventFunction('end-call', failing, { log })({ id: 'e1' })).rejects.toThrow('no answer');
  expect(lines).toMatchObject([
    { level: 'error', message: 'event failed', operation: 'end-call', correlationId: 'e1', error: { message: 'no answer' } },
  ]);
});

it('a batch of a stream that is thrown back is logged once, and says nothing of what was sent', async () => {
  const { lines, log } = noted();
  const about = { number: 'LZ261123100016', correlationId: 'c', id: 'i', type: 'opened' };
  const run = streamFunction('publish', { read: () => about, send: failing, park: failing }, { log });
  const record = { eventSource: 'aws:dynamodb', eventName: 'INSERT' as const, dynamodb: { NewImage: {} } };
  await expect(run(streamOf(record))).rejects.toThrow('no answer');
  expect(lines).toMatchObject([{ level: 'error', message: 'batch failed', operation: 'publish', count: 1 }]);
  expect(lines[0]).not.toHaveProperty('outcome');
});

it('a batch of the retry queue is logged with how many were sent and how many failed', async () => {
  const { lines, log } = noted();
  const read = () => ({ number: 'LZ261123100016', correlationId: 'c', id: 'i', type: 'opened' });
  const run = streamFunction('publish', { read, send: async () => [], park: failing }, { log });
  await run(queueBatch(JSON.stringify({ NewImage: {} }), '{', JSON.stringify({ NewImage: {} })));
  expect(lines.map(({ message }) => message)).toEqual(['sent', 'sent', 'message failed', 'batch']);
  expect(lines.at(-1)).toMatchObject({ level: 'info', operation: 'publish', count: 2, outcome: 'failed 1' });
});

const said = { attributes: { say: 'sorry' }, outcome: 'apologised' };
const flow = {
  read: ({ Details }: ConnectContactFlowEvent) => Details.ContactData.ContactId,
  answer: () => new Promise<typeof said>(() => undefined),
  apologise: async () => said,
};

it('a contact flow that is not answered in time gets the apology, and the line says why', async () => {
  const { lines, log } = noted();
  const event = { Details: { ContactData: { ContactId: 'k1' } } } as ConnectContactFlowEvent;
  expect(await contactFlowFunction('answer', flow, { log, patience: 5 })(event)).toEqual({ say: 'sorry' });
  expect(lines).toMatchObject([
    {
      level: 'error',
      message: 'request',
      correlationId: 'k1',
      outcome: 'apologised',
      error: { message: 'no answer within 5 ms' },
    },
  ]);
  expect(lines[0]).not.toHaveProperty('attributes');
});

it('an event that is of no contact flow is thrown, after one line', async () => {
  const { lines, log } = noted();
  await expect(contactFlowFunction('answer', flow, { log })({} as ConnectContactFlowEvent)).rejects.toThrow(TypeError);
  expect(lines).toMatchObject([{ level: 'error', message: 'request failed', operation: 'answer' }]);
});

it('a webhook whose apology fails too is answered with a problem', async () => {
  const { lines, log } = noted();
  const webhook = { isSigned: async () => true, read: () => 'heard', answer: failing, apologise: failing };
  const door = webhookFunction(takeJambonzMessageContract, webhook, { publicUrl: 'https://x.example', log });
  const { statusCode, headers } = await door({ rawPath: '/x', headers: {}, requestContext: { requestId: 'r1' } } as never);
  expect([statusCode, headers?.['content-type'], headers?.['x-correlation-id']]).toEqual([500, 'application/problem+json', 'r1']);
  expect(lines).toMatchObject([{ level: 'error', message: 'request', status: 500, correlationId: 'r1' }]);
});
