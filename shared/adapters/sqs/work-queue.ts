import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueUrlCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { Refusal } from '../../domain/errors.ts';
import { plusMinutes } from '../../domain/instant.ts';
import type { Clock } from '../../ports/clock.ts';
import type { LeasedWork, WorkQueue } from '../../ports/work-queue.ts';
import { systemClock } from '../system-clock.ts';
import { leasedHandle, leaseToken } from './lease-token.ts';
import { workInMessage } from './work-in-message.ts';

/** How SQS says that a handle is garbled, of another queue, or of a message that is gone or visible again. */
const INVALID_HANDLE = /ReceiptHandleIsInvalid|InvalidParameterValue|MessageNotInflight|InvalidIdFormat/;
const isInvalidHandle = (error: unknown): boolean => error instanceof Error && INVALID_HANDLE.test(error.name);

/** How long an answer may take beyond the wait that was asked for. */
const GRACE_MS = 3000;

/** The departments' SQS queues, named by prefix and department, as a WorkQueue. */
export const sqsWorkQueue = (
  client: SQSClient,
  { prefix, departments, now = systemClock }: { prefix: string; departments: Iterable<string>; now?: Clock },
): WorkQueue => {
  const known = new Set(departments);
  const urls = new Map<string, string>();
  const urlOf = async (department: string): Promise<string> => {
    if (!known.has(department)) throw new Refusal('department-unknown');
    const url = urls.get(department) ?? (await client.send(new GetQueueUrlCommand({ QueueName: prefix + department }))).QueueUrl;
    if (!url) throw new Error(`the queue of ${department} has no address`);
    urls.set(department, url);
    return url;
  };

  return {
    lease: async (department, { most, waitSeconds, leaseSeconds }) => {
      const QueueUrl = await urlOf(department);
      const { Messages = [] } = await client.send(
        new ReceiveMessageCommand({
          ...{ QueueUrl, MaxNumberOfMessages: most, WaitTimeSeconds: waitSeconds, VisibilityTimeout: leaseSeconds },
        }),
        { requestTimeout: waitSeconds * 1000 + GRACE_MS },
      );
      const until = plusMinutes(now(), leaseSeconds / 60);
      // What is no work of this department stays hidden for as long as a lease, and its queue counts that it was received:
      // in the end it lies in the dead-letter queue, where somebody looks at it.
      return Messages.flatMap(({ Body = '', ReceiptHandle = '' }: Message): LeasedWork[] => {
        const work = workInMessage(Body, department);
        return work ? [{ lease: leaseToken(department, until, ReceiptHandle), work }] : [];
      });
    },
    acknowledge: async (department, lease) => {
      const QueueUrl = await urlOf(department);
      const ReceiptHandle = leasedHandle(department, lease, now());
      // The lease is one of ours and has not ended: what the queue no longer knows was acknowledged before.
      await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle })).catch((error: unknown) => {
        if (!isInvalidHandle(error)) throw error;
      });
    },
    giveBack: async (department, lease, delaySeconds) => {
      const QueueUrl = await urlOf(department);
      const ReceiptHandle = leasedHandle(department, lease, now());
      await client
        .send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: delaySeconds }))
        .catch((error: unknown) => {
          throw isInvalidHandle(error) ? new Refusal('lease-invalid') : error;
        });
    },
  };
};
