import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetQueueAttributesCommand, SendMessageBatchCommand, SetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { ticketNumber } from '#domain/tickets/ticket-number.ts';
import { localClientConfig, localEnvironment } from '#local/endpoint.ts';
import { eventually, handsOn } from './running-hotline.ts';

const stack = inject('stack');
const hotline = handsOn(stack);
const intake = hotline.queue('intake');
const deadLetters = hotline.queue('intake-dlq');
const tables = DynamoDBDocumentClient.from(new DynamoDBClient(localClientConfig(stack.endpoint)));

const waiting = async (QueueUrl: string): Promise<number> => {
  const AttributeNames = ['ApproximateNumberOfMessages' as const];
  const { Attributes } = await hotline.sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames }));
  return Number(Attributes?.ApproximateNumberOfMessages);
};

const redrive = async (queue: string): Promise<string> => {
  const env = { ...localEnvironment(stack.endpoint) };
  return (await promisify(execFile)(process.execPath, ['scripts/redrive.ts', queue], { env })).stdout;
};

const open = async (): Promise<string> => {
  const body = { kind: 'help', category: 'water-bill', area: 'qidu', matter: '水费算错了' };
  const opened = await hotline.insist({
    as: 'resident-li',
    path: '/tickets',
    body,
    headers: { 'idempotency-key': randomUUID() },
  });
  return opened.ticket.number;
};

// Else each try waits for six times the consumer's timeout, as it must in a deployment.
beforeAll(async () => {
  await hotline.sqs.send(new SetQueueAttributesCommand({ QueueUrl: intake.url, Attributes: { VisibilityTimeout: '2' } }));
});

describe('a message that nobody can use', () => {
  it('reaches the dead-letter queue while the rest of its batch is done, and comes back when the cause is mended', async () => {
    // A ticket whose row was spoilt: the dispatcher refuses to act on what it can't read.
    const rows = await hotline.rowsOf(await open());
    const sample = rows.find(({ sk }) => sk === 'TICKET');
    const opened = rows.find(({ sk }) => sk === 'EVENT#000001');
    const number = ticketNumber('LZ', '2026-11-20', Math.floor(Math.random() * 100_000));
    const { department, unit, rule, dispatchedAt, ...received } = sample ?? {};
    const row: Record<string, unknown> = { ...received, pk: `TICKET#${number}`, byListSk: number, state: 'received', version: 1 };
    // What was said stands in its event, of which the stream tells.
    const { byTimePk, byTimeSk, ...event } = { ...opened, pk: `TICKET#${number}`, number, id: `${number}.1` } as Record<
      string,
      unknown
    >;
    await tables.send(new PutCommand({ TableName: hotline.tickets, Item: event }));
    await tables.send(new PutCommand({ TableName: hotline.tickets, Item: { ...row, kind: 'spoilt' } }));

    const good = await open();
    const Entries = [{ Id: 'garbage', MessageBody: 'this is no JSON' }];
    await hotline.sqs.send(new SendMessageBatchCommand({ QueueUrl: intake.url, Entries }));

    await hotline.assigned(good);
    await eventually(
      () => waiting(deadLetters.url),
      (count) => count === 2,
      90,
    );

    await tables.send(new PutCommand({ TableName: hotline.tickets, Item: row }));
    expect(await redrive(intake.name)).toMatch(/\b2\b/);
    expect(await hotline.assigned(number)).toMatchObject({ department: 'water' });
    // What was garbage before is garbage still.
    await eventually(
      () => waiting(deadLetters.url),
      (count) => count === 1,
      90,
    );
  });
});
