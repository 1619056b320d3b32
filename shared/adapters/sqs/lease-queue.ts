import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { ORDINARY } from '#adapters/client-settings.ts';
import { systemClock } from '#adapters/system-clock.ts';
import { Refusal } from '#domain/errors.ts';
import { plusMinutes } from '#domain/instant.ts';
import type { Clock } from '#ports/clock.ts';
import type { Leased, LeaseQueue } from '#ports/lease-queue.ts';
import { leasedHandle, leaseToken, standingOf } from './lease-token.ts';

/** Reads the body of a message: what is leased, and the key of its lease; undefined for what should not be on that queue. */
export type ReadLeasable<T> = (body: string) => { key: string; item: T } | undefined;

/** How SQS says that a handle is garbled, of another queue, or of a message that is gone or visible again. */
const INVALID_HANDLE = /ReceiptHandleIsInvalid|InvalidParameterValue|MessageNotInflight|InvalidIdFormat/;
const isInvalidHandle = (error: unknown): boolean => error instanceof Error && INVALID_HANDLE.test(error.name);

/** One SQS queue as a LeaseQueue of whatever `read` reads from its messages. */
export const sqsLeaseQueue = <T>(
  QueueUrl: string,
  read: ReadLeasable<T>,
  client: SQSClient,
  now: Clock = systemClock,
): LeaseQueue<T> => ({
  lease: async ({ most, waitSeconds, leaseSeconds }) => {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: most,
        WaitTimeSeconds: waitSeconds,
        VisibilityTimeout: leaseSeconds,
      }),
      { requestTimeout: waitSeconds * 1000 + ORDINARY.requestMs },
    );
    const until = plusMinutes(now(), leaseSeconds / 60);
    // What can't be read stays hidden for as long as a lease, and its queue counts that it was received: in the end it
    // lies in the dead-letter queue, where somebody looks at it.
    return Messages.flatMap(({ Body = '', ReceiptHandle = '' }: Message): Leased<T>[] => {
      const found = read(Body);
      return found ? [{ lease: leaseToken(found.key, until, ReceiptHandle), item: found.item }] : [];
    });
  },
  standing: async (key, lease) => standingOf(key, lease, now()),
  acknowledge: async (key, lease) => {
    const ReceiptHandle = leasedHandle(key, lease, now());
    // The lease is one of ours and has not ended: what the queue no longer knows was acknowledged before.
    await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle })).catch((error: unknown) => {
      if (!isInvalidHandle(error)) throw error;
    });
  },
  giveBack: async (key, lease, delaySeconds) => {
    const ReceiptHandle = leasedHandle(key, lease, now());
    await client
      .send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: delaySeconds }))
      .catch((error: unknown) => {
        throw isInvalidHandle(error) ? new Refusal('lease-invalid') : error;
      });
  },
});
