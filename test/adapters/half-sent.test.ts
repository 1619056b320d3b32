import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterEach, describe, expect, it } from 'vitest';
import { inBatches } from '#adapters/batches.ts';
import { keyedSeal } from '#adapters/keyed-seal.ts';
import { storedSigningSecrets } from '#adapters/secrets/signing-secrets.ts';
import { snsEventTopic } from '#adapters/sns/event-topic.ts';
import { snsClient } from '#adapters/sns/sns-client.ts';
import { sqsQueueSender } from '#adapters/sqs/queue-sender.ts';
import { sqsClient } from '#adapters/sqs/sqs-client.ts';
import { sqsWorkQueue } from '#adapters/sqs/work-queue.ts';
import { messageOf } from '#contracts/messages/ticket-event-message.ts';
import { opening } from '#test/unit/domain/new-ticket.ts';
import { awsError, type CannedAnswer, type CannedAws, cannedAws } from './canned-aws.ts';

const seal = keyedSeal(async () => 'a secret');
let aws: CannedAws | undefined;
afterEach(() => aws?.stop());
const answering = async (...answers: CannedAnswer[]): Promise<CannedAws> => {
  aws = await cannedAws(...answers);
  return aws;
};

describe('a batch of which a part was not taken', () => {
  it('fails the queue sender', async () => {
    const Failed = [{ Id: '1', Code: 'InternalError', SenderFault: false }];
    const { settings } = await answering({ status: 200, body: { Successful: [], Failed } });
    const send = sqsQueueSender('http://127.0.0.1/queue', sqsClient({ ...settings, useQueueUrlAsEndpoint: false }));
    await expect(send(['a', 'b'])).rejects.toThrow(/1 messages: InternalError/);
  });

  it('fails the topic', async () => {
    const failed = '<member><Id>0</Id><Code>InternalError</Code><SenderFault>false</SenderFault></member>';
    const result = `<PublishBatchResult><Successful/><Failed>${failed}</Failed></PublishBatchResult>`;
    const body = `<PublishBatchResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">${result}</PublishBatchResponse>`;
    const { settings } = await answering({ status: 200, body });
    const topic = snsEventTopic('arn:aws:sns:us-east-1:000000000000:topic', snsClient(settings));
    await expect(topic.publish([messageOf(opening().event)])).rejects.toThrow(/1 messages: InternalError/);
  });
});

describe('batches', () => {
  const sizes = (...lengths: number[]) =>
    inBatches(lengths.map((length) => ({ body: 'x'.repeat(length) }))).map((batch) => batch.length);

  it('are of at most ten', () => {
    expect(sizes()).toEqual([]);
    expect(sizes(...Array(21).fill(1))).toEqual([10, 10, 1]);
  });

  it('are of at most 256 kilobytes, counted in bytes', () => {
    expect(sizes(100_000, 100_000, 100_000)).toEqual([2, 1]);
    expect(inBatches(Array(3).fill({ body: '漏'.repeat(40_000) })).map((batch) => batch.length)).toEqual([2, 1]);
  });

  it('keep the order, and leave alone what is too large by itself', () => {
    expect(sizes(1, 300_000, 1)).toEqual([1, 1, 1]);
    const bodies = Array.from({ length: 30 }, (_, place) => ({ body: String(place) }));
    expect(inBatches(bodies).flat()).toEqual(bodies);
  });
});

describe('a client of a queue', () => {
  it('asks again when no answer comes, and waits for messages as long as it was told to', async () => {
    const url: CannedAnswer = { status: 200, body: { QueueUrl: 'http://127.0.0.1/queue' } };
    const { settings, asked } = await answering('silence', url, { status: 200, body: { Messages: [] } });
    const client = sqsClient({ ...settings, useQueueUrlAsEndpoint: false });
    const queue = sqsWorkQueue(client, { prefix: 'work-', departments: ['waterworks'], seal });
    expect(await queue.lease('waterworks', { most: 5, waitSeconds: 20, leaseSeconds: 60 })).toEqual([]);
    expect(await queue.lease('waterworks', { most: 5, waitSeconds: 20, leaseSeconds: 60 })).toEqual([]);
    expect(asked.map(({ operation }) => operation)).toEqual(['GetQueueUrl', 'GetQueueUrl', 'ReceiveMessage', 'ReceiveMessage']);
    expect(JSON.parse(asked[2]?.body ?? '')).toMatchObject({
      MaxNumberOfMessages: 5,
      WaitTimeSeconds: 20,
      VisibilityTimeout: 60,
    });
  });

  it('fails when the queue of a department is missing', async () => {
    const { settings } = await answering(awsError('QueueDoesNotExist'));
    const queue = sqsWorkQueue(sqsClient(settings), { prefix: 'work-', departments: ['waterworks'], seal });
    const lease = queue.lease('waterworks', { most: 1, waitSeconds: 0, leaseSeconds: 60 });
    await expect(lease).rejects.not.toMatchObject({ name: 'Refusal' });
  });
});

it('the signing secrets are read once for many calls at once', async () => {
  const { settings, asked } = await answering({ status: 200, body: { SecretString: '{"current":"one"}' } });
  const secrets = storedSigningSecrets('phone', { client: new SecretsManagerClient(settings) });
  expect(await Promise.all([secrets(), secrets(), secrets()])).toEqual([['one'], ['one'], ['one']]);
  expect(await secrets()).toEqual(['one']);
  expect(asked).toHaveLength(1);
});
