import { setTimeout as wait } from 'node:timers/promises';
import { CreateSecretCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { CreateTopicCommand, SubscribeCommand } from '@aws-sdk/client-sns';
import { CreateQueueCommand, ReceiveMessageCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyedSeal } from '#adapters/keyed-seal.ts';
import { secretPhoneKeys } from '#adapters/phone-keys.ts';
import { deploymentSecret } from '#adapters/secrets/deployment-secret.ts';
import { storedSigningSecrets } from '#adapters/secrets/signing-secrets.ts';
import { snsEventTopic } from '#adapters/sns/event-topic.ts';
import { snsClient } from '#adapters/sns/sns-client.ts';
import { callBackInMessage } from '#adapters/sqs/call-back-in-message.ts';
import { sqsLeaseQueue } from '#adapters/sqs/lease-queue.ts';
import { sqsQueueSender } from '#adapters/sqs/queue-sender.ts';
import { sqsClient } from '#adapters/sqs/sqs-client.ts';
import { sqsWorkQueue } from '#adapters/sqs/work-queue.ts';
import { type Emulator, startEmulator } from '#local/emulator.ts';
import { localAccount, localClientConfig, localRegion } from '#local/endpoint.ts';
import type { PhoneKeys } from '#ports/phone-keys.ts';
import { telephone } from '#test/unit/domain/telephones.ts';
import { secondsLater } from './matters.ts';
import { eventTopicSuite } from './suites/event-topic.ts';
import { leaseQueueSuite } from './suites/lease-queue.ts';
import { phoneKeysSuite } from './suites/phone-keys.ts';
import { ticketsTableSuite } from './suites/tickets-table.ts';
import { workQueueSuite } from './suites/work-queue.ts';
import { type TicketsTable, ticketsTables } from './tickets-table.ts';

let emulator: Emulator;
let make: () => Promise<TicketsTable>;
let sqs: SQSClient;

beforeAll(async () => {
  emulator = await startEmulator();
  make = ticketsTables(emulator.endpoint);
  sqs = sqsClient(localClientConfig(emulator.endpoint));
});
afterAll(() => emulator?.stop());

const LI = telephone('+8613800000001');
const seal = keyedSeal(async () => 'a secret of this test, and long enough');
let made = 0;
const freshName = (): string => {
  made += 1;
  return `fresh-${made}`;
};
const queueNamed = async (QueueName: string): Promise<string> =>
  (await sqs.send(new CreateQueueCommand({ QueueName }))).QueueUrl ?? '';

/** The bodies on a queue: waits until there are so many, then a little for those that should not be there. */
const bodiesOn = async (QueueUrl: string, count: number): Promise<string[]> => {
  const bodies: string[] = [];
  const giveUpAt = Date.now() + 10_000;
  for (;;) {
    const enough = bodies.length >= count;
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: enough ? 0 : 1, VisibilityTimeout: 60 }),
    );
    bodies.push(...Messages.map(({ Body = '' }) => Body));
    if ((enough && Messages.length === 0) || Date.now() > giveUpAt) return bodies;
  }
};

ticketsTableSuite('the local AWS', () => make());

workQueueSuite('the local AWS', async () => {
  const prefix = `${freshName()}-`;
  const departments = ['waterworks', 'heatworks'];
  const urls = new Map<string, string>();
  for (const department of departments) urls.set(department, await queueNamed(prefix + department));
  return {
    queue: sqsWorkQueue(sqs, { prefix, departments, seal }),
    put: async (department, MessageBody) => {
      await sqs.send(new SendMessageCommand({ QueueUrl: urls.get(department), MessageBody }));
    },
    pass: (seconds) => wait(seconds * 1000),
  };
});

leaseQueueSuite('the local AWS', async () => {
  const QueueUrl = await queueNamed(freshName());
  return {
    queue: sqsLeaseQueue(QueueUrl, callBackInMessage, { client: sqs, seal }),
    put: async (MessageBody) => {
      await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
    },
    pass: (seconds) => wait(seconds * 1000),
  };
});

eventTopicSuite('the local AWS', async () => {
  const sns = snsClient(localClientConfig(emulator.endpoint));
  const name = freshName();
  const { TopicArn = '' } = await sns.send(new CreateTopicCommand({ Name: name }));
  const subscribed = async (queue: string, filter: Record<string, string[]>): Promise<string> => {
    const url = await queueNamed(`${name}-${queue}`);
    const Endpoint = `arn:aws:sqs:${localRegion}:${localAccount}:${name}-${queue}`;
    const Attributes = { RawMessageDelivery: 'true', FilterPolicy: JSON.stringify(filter) };
    await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint, Attributes }));
    return url;
  };
  const queues = {
    opened: await subscribed('opened', { type: ['opened'] }),
    'assigned-to-waterworks': await subscribed('assigned', { type: ['assigned'], department: ['waterworks'] }),
    'call-backs': await subscribed('call-backs', { type: ['call-back-wanted'] }),
  };
  return { topic: snsEventTopic(TopicArn, sns), arrived: (at, count) => bodiesOn(queues[at], count) };
});

describe('the queue sender', () => {
  it('sends everything once, also more than a batch', async () => {
    const url = await queueNamed(freshName());
    const bodies = Array.from({ length: 25 }, (_, place) => `body ${place} 漏水`);
    await sqsQueueSender(url, sqs)(bodies);
    expect((await bodiesOn(url, 25)).sort()).toEqual(bodies.toSorted());
  });

  it('sends more than fits into one request', async () => {
    const url = await queueNamed(freshName());
    const bodies = Array.from({ length: 4 }, (_, place) => String(place).repeat(100_000));
    await sqsQueueSender(url, sqs)(bodies);
    expect((await bodiesOn(url, 4)).map((body) => body.slice(0, 1)).sort()).toEqual(['0', '1', '2', '3']);
  });
});

describe('keys of telephone numbers', () => {
  const client = () => new SecretsManagerClient(localClientConfig(emulator.endpoint));
  const keysWith = async (SecretString: string): Promise<PhoneKeys> => {
    const Name = freshName();
    await client().send(new CreateSecretCommand({ Name, SecretString }));
    return secretPhoneKeys(deploymentSecret(Name, client()));
  };
  phoneKeysSuite('the local AWS', () => keysWith('k'.repeat(64)));

  it('are others with another secret', async () => {
    const [one, other] = [await keysWith('k'.repeat(64)), await keysWith('x'.repeat(64))];
    expect(await other.of(LI)).not.toBe(await one.of(LI));
  });

  it('are not made with a secret that can be guessed', async () => {
    await expect((await keysWith('short')).of(LI)).rejects.toThrow('less than 32 characters');
  });

  it('are made once the secret can be read again', async () => {
    const Name = freshName();
    const keys = secretPhoneKeys(deploymentSecret(Name, client()));
    await expect(keys.of(LI)).rejects.toThrow();
    await client().send(new CreateSecretCommand({ Name, SecretString: 'k'.repeat(64) }));
    expect(await keys.of(LI)).toMatch(/^[\w-]{22}$/);
  });
});

describe('the signing secrets', () => {
  const stored = async (SecretString: string) => {
    const client = new SecretsManagerClient(localClientConfig(emulator.endpoint));
    const SecretId = freshName();
    await client.send(new CreateSecretCommand({ Name: SecretId, SecretString }));
    let seconds = 0;
    return {
      secrets: storedSigningSecrets(SecretId, { client, now: () => secondsLater(seconds) }),
      store: (changed: string) => client.send(new PutSecretValueCommand({ SecretId, SecretString: changed })),
      pass: (passed: number) => {
        seconds += passed;
      },
    };
  };

  it('are one, and two while it is being changed, as soon as five minutes have passed', async () => {
    const { secrets, store, pass } = await stored('{"current":"old"}');
    expect(await secrets()).toEqual(['old']);
    await store('{"current":"new","previous":"old"}');
    pass(299);
    expect(await secrets()).toEqual(['old']);
    pass(1);
    expect(await secrets()).toEqual(['new', 'old']);
  });

  it('stay as they were while they can not be read, and are read again soon', async () => {
    const { secrets, store, pass } = await stored('{"current":"old"}');
    await secrets();
    await store('{"current":');
    pass(300);
    expect(await secrets()).toEqual(['old']);
    await store('{"current":"new"}');
    expect(await secrets()).toEqual(['old']);
    pass(30);
    expect(await secrets()).toEqual(['new']);
  });

  it.each(['hunter2', '{"current":""}', '{"password":"hunter2"}'])('are none when they never could be read: %s', async (text) => {
    const { secrets, store } = await stored(text);
    const error = await secrets().then(() => 'was read', String);
    expect(error).toMatch(/current|expected/i);
    expect(error).not.toContain('hunter2');
    await store('{"current":"mended"}');
    expect(await secrets()).toEqual(['mended']);
  });
});
