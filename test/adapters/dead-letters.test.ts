import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '#local/emulator.ts';
import { localClientConfig } from '#local/endpoint.ts';
import { findRedriveRoute, redrive } from '#scripts/redrive/dead-letters.ts';

describe('sending dead letters back', () => {
  let emulator: Emulator;
  let client: SQSClient;
  beforeAll(async () => {
    emulator = await startEmulator();
    client = new SQSClient(localClientConfig(emulator.endpoint));
  });
  afterAll(() => emulator?.stop());

  const makeQueue = async (QueueName: string, deadLetterQueue?: string): Promise<string> => {
    const deadLetterTargetArn = `arn:aws:sqs:us-east-1:000000000000:${deadLetterQueue}`;
    const policy = deadLetterQueue ? { RedrivePolicy: JSON.stringify({ deadLetterTargetArn, maxReceiveCount: 3 }) } : {};
    const { QueueUrl } = await client.send(new CreateQueueCommand({ QueueName, Attributes: { ...policy } }));
    return QueueUrl ?? '';
  };
  const receive = async (QueueUrl: string): Promise<Message[]> => {
    const asked = { QueueUrl, MaxNumberOfMessages: 10, MessageAttributeNames: ['All'] };
    return (await client.send(new ReceiveMessageCommand(asked))).Messages ?? [];
  };
  const waiting = async (QueueUrl: string): Promise<number> => {
    const asked = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['ApproximateNumberOfMessages'] });
    return Number((await client.send(asked)).Attributes?.ApproximateNumberOfMessages);
  };

  it('moves all of them with their attributes, and none is left', async () => {
    const deadLetterQueue = await makeQueue('work-dlq');
    const source = await makeQueue('work', 'work-dlq');
    for (let n = 0; n < 23; n += 1) {
      const MessageAttributes = {
        what: { DataType: 'String', StringValue: 'opened' },
        raw: { DataType: 'Binary', BinaryValue: new Uint8Array([n]) },
      };
      await client.send(new SendMessageCommand({ QueueUrl: deadLetterQueue, MessageBody: `m${n}`, MessageAttributes }));
    }
    const counts: number[] = [];
    const startedAt = new Date(Date.now() + 1);
    const route = await findRedriveRoute(client, 'work');
    const result = await redrive(client, route, { startedAt, onProgress: (moved) => counts.push(moved) });
    expect(result).toEqual({ moved: 23, left: 0 });
    expect(counts.at(-1)).toBe(23);
    expect(await waiting(deadLetterQueue)).toBe(0);
    expect(await waiting(source)).toBe(23);
    const [message] = await receive(source);
    expect(message?.MessageAttributes?.what?.StringValue).toBe('opened');
    expect([...(message?.MessageAttributes?.raw?.BinaryValue ?? [])]).toEqual([Number(message?.Body?.slice(1))]);
  });

  it('leaves what fails anew while it runs', async () => {
    const deadLetterQueue = await makeQueue('again-dlq');
    await makeQueue('again', 'again-dlq');
    const startedAt = new Date(Date.now() - 60_000);
    await client.send(new SendMessageCommand({ QueueUrl: deadLetterQueue, MessageBody: 'new' }));
    expect(await redrive(client, await findRedriveRoute(client, 'again-dlq'), { startedAt })).toEqual({ moved: 0, left: 1 });
    expect(await waiting(deadLetterQueue)).toBe(1);
  });

  it('finds the pair from either name', async () => {
    await makeQueue('pair-dlq');
    await makeQueue('pair', 'pair-dlq');
    const route = await findRedriveRoute(client, 'pair');
    expect(route.deadLetterQueue).toMatch(/\/pair-dlq$/);
    expect(await findRedriveRoute(client, 'pair-dlq')).toEqual(route);
  });

  it('refuses a queue that is unknown, alone, or the dead-letter queue of several', async () => {
    await makeQueue('alone');
    await makeQueue('shared-dlq');
    await makeQueue('shared-a', 'shared-dlq');
    await makeQueue('shared-b', 'shared-dlq');
    await expect(findRedriveRoute(client, 'nope')).rejects.toThrow('There is no queue nope here.');
    await expect(findRedriveRoute(client, 'alone')).rejects.toThrow('neither has a dead-letter queue');
    await expect(findRedriveRoute(client, 'shared-dlq')).rejects.toThrow('belongs to several queues (shared-a, shared-b)');
  });
});
