import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
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
import { redrive } from '#scripts/redrive/redrive.ts';
import { findRedriveRoute, type RedriveRoute } from '#scripts/redrive/route.ts';

describe('sending dead letters back', () => {
  let emulator: Emulator;
  let client: SQSClient;
  let topics: SNSClient;
  beforeAll(async () => {
    emulator = await startEmulator();
    client = new SQSClient(localClientConfig(emulator.endpoint));
    topics = new SNSClient(localClientConfig(emulator.endpoint));
  });
  afterAll(() => emulator?.stop());

  const routeOf = (queue: string): Promise<RedriveRoute> => findRedriveRoute(client, topics, queue);
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
    const route = await routeOf('work');
    const result = await redrive({ queues: client, topics }, route, { startedAt, onProgress: (moved) => counts.push(moved) });
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
    expect(await redrive({ queues: client, topics }, await routeOf('again-dlq'), { startedAt })).toEqual({ moved: 0, left: 1 });
    expect(await waiting(deadLetterQueue)).toBe(1);
  });

  it('finds the pair from either name', async () => {
    await makeQueue('pair-dlq');
    await makeQueue('pair', 'pair-dlq');
    const route = await routeOf('pair');
    expect(route.deadLetterQueue).toMatch(/\/pair-dlq$/);
    expect(await routeOf('pair-dlq')).toEqual(route);
  });

  describe('of a queue that several share', () => {
    /** Makes two queues with one dead-letter queue, in which one message of each is. */
    const makeShared = async (name: string) => {
      const dlq = await makeQueue(`${name}-dlq`);
      const [one, other] = [await makeQueue(`${name}-a`, `${name}-dlq`), await makeQueue(`${name}-b`, `${name}-dlq`)];
      for (const QueueUrl of [one, other]) {
        await client.send(new SendMessageCommand({ QueueUrl, MessageBody: QueueUrl }));
        for (let tries = 0; tries < 4; tries += 1)
          await client.send(new ReceiveMessageCommand({ QueueUrl, VisibilityTimeout: 0 }));
      }
      await client.send(new SendMessageCommand({ QueueUrl: dlq, MessageBody: 'from nowhere' }));
      expect(await waiting(dlq)).toBe(3);
      return { dlq, one, other };
    };
    const startedAt = () => new Date(Date.now() + 1);

    it('sends each message back where it came from, and leaves what came from elsewhere', async () => {
      const { dlq, one, other } = await makeShared('shared');
      const route = await routeOf('shared-dlq');
      expect(await redrive({ queues: client, topics }, route, { startedAt: startedAt() })).toEqual({ moved: 2, left: 1 });
      for (const url of [one, other]) expect((await receive(url)).map(({ Body }) => Body)).toEqual([url]);
      expect(await waiting(dlq)).toBe(1);
    });

    it('sends those of one queue back when it is named', async () => {
      const { dlq, one, other } = await makeShared('apart');
      const route = await routeOf('apart-a');
      expect(await redrive({ queues: client, topics }, route, { startedAt: startedAt() })).toEqual({ moved: 1, left: 2 });
      expect([await waiting(one), await waiting(other), await waiting(dlq)]).toEqual([1, 0, 2]);
    });
  });

  it('publishes again what a topic could not deliver', async () => {
    const { TopicArn } = await topics.send(new CreateTopicCommand({ Name: 'told' }));
    const listener = await makeQueue('listener');
    const deadLetterQueue = await makeQueue('told-dlq');
    await topics.send(
      new SubscribeCommand({
        TopicArn,
        Protocol: 'sqs',
        Endpoint: 'arn:aws:sqs:us-east-1:000000000000:listener',
        Attributes: { RawMessageDelivery: 'true', FilterPolicy: JSON.stringify({ type: ['opened'] }) },
      }),
    );
    const opened = JSON.stringify({ type: 'opened', number: 'EX261123048217' });
    const enveloped = JSON.stringify({ Type: 'Notification', Message: JSON.stringify({ type: 'opened', number: 'other' }) });
    for (const MessageBody of [opened, enveloped, JSON.stringify({ type: 'rated' }), 'this is no JSON'])
      await client.send(new SendMessageCommand({ QueueUrl: deadLetterQueue, MessageBody }));
    const route = await routeOf('told-dlq');
    const startedAt = new Date(Date.now() + 1);
    expect(await redrive({ queues: client, topics }, route, { startedAt })).toEqual({ moved: 3, left: 1 });
    const numbers = (await receive(listener)).map(({ Body = '' }) => JSON.parse(Body).number);
    expect(numbers.sort()).toEqual(['EX261123048217', 'other']);
    expect(await waiting(deadLetterQueue)).toBe(1);
  });

  it('refuses a queue that is unknown or alone', async () => {
    await makeQueue('alone');
    await expect(routeOf('nope')).rejects.toThrow('There is no queue nope here.');
    await expect(routeOf('alone')).rejects.toThrow('neither has a dead-letter queue');
  });
});
