import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { ORDINARY } from '#adapters/client-settings.ts';
import { systemClock } from '#adapters/system-clock.ts';
import { Refusal } from '#domain/errors.ts';
import { type Instant, minutesBetween, plusMinutes } from '#domain/instant.ts';
import { LONGEST_LEASE_SECONDS } from '#domain/tickets/leases.ts';
import type { Clock } from '#ports/clock.ts';
import type { Leased, LeaseQueue } from '#ports/lease-queue.ts';
import type { LeaseSeal } from '#ports/lease-seal.ts';
import { leaseTokens, unended } from './lease-token.ts';

/** Reads the body of a message: what is leased, and the key of its lease; undefined for what should not be on that queue. */
export type ReadLeasable<T> = (body: string) => { key: string; item: T } | undefined;

/** How SQS says that a handle is garbled, of another queue, or of a message that is gone or visible again. */
const INVALID_HANDLE = /ReceiptHandleIsInvalid|InvalidParameterValue|MessageNotInflight|InvalidIdFormat/;
const isInvalidHandle = (error: unknown): boolean => error instanceof Error && INVALID_HANDLE.test(error.name);

/** Clocks differ: SQS refuses the whole wish when it is a second too long. */
const SPARE_SECONDS = 5;

/** For how long SQS still hides a message at most, which it gave out at `since`. */
const stillHidden = (since: Instant, now: Instant): number =>
  Math.max(0, Math.floor(LONGEST_LEASE_SECONDS - SPARE_SECONDS - minutesBetween(since, now) * 60));

const SIZES = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;

/** One SQS queue as a LeaseQueue of whatever `read` reads from its messages. */
export const sqsLeaseQueue = <T>(
  QueueUrl: string,
  read: ReadLeasable<T>,
  { client, seal, now = systemClock }: { client: SQSClient; seal: LeaseSeal; now?: Clock | undefined },
): LeaseQueue<T> => {
  const tokens = leaseTokens(QueueUrl, seal);
  return {
    lease: async ({ most, waitSeconds, leaseSeconds }) => {
      const since = now();
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
      const leased = Messages.map(async ({ Body = '', ReceiptHandle = '' }: Message): Promise<Leased<T>[]> => {
        const found = read(Body);
        if (!found) return [];
        return [{ lease: await tokens.give(found.key, { since, until, handle: ReceiptHandle }), item: found.item }];
      });
      return (await Promise.all(leased)).flat();
    },
    standing: async (key, lease) => ((await tokens.read(key, lease)).until <= now() ? 'ended' : 'held'),
    acknowledge: async (key, lease) => {
      const { handle } = unended(await tokens.read(key, lease), now());
      // The lease is one of ours and has not ended: what the queue no longer knows was acknowledged before.
      await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: handle })).catch((error: unknown) => {
        if (!isInvalidHandle(error)) throw error;
      });
    },
    giveBack: async (key, lease, delaySeconds) => {
      const { handle, since } = unended(await tokens.read(key, lease), now());
      const seconds = Math.min(delaySeconds, stillHidden(since, now()));
      await client
        .send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle: handle, VisibilityTimeout: seconds }))
        .catch((error: unknown) => {
          throw isInvalidHandle(error) ? new Refusal('lease-invalid') : error;
        });
      return seconds;
    },
    size: async () => {
      const { Attributes = {} } = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...SIZES] }));
      const [waiting, leased] = SIZES.map((name) => Number(Attributes[name] ?? 0));
      return { waiting: waiting ?? 0, leased: leased ?? 0 };
    },
  };
};
