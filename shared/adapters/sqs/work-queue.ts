import { GetQueueUrlCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { workOfDepartments } from '#adapters/work-of-departments.ts';
import { Refusal } from '#domain/errors.ts';
import type { WorkItem } from '#domain/tickets/work-item.ts';
import type { Clock } from '#ports/clock.ts';
import type { LeaseQueue } from '#ports/lease-queue.ts';
import type { LeaseSeal } from '#ports/lease-seal.ts';
import type { WorkQueue } from '#ports/work-queue.ts';
import { sqsLeaseQueue } from './lease-queue.ts';
import { sqsClient } from './sqs-client.ts';
import { workInMessage } from './work-in-message.ts';

/** The departments' SQS queues, named by prefix and department, as a WorkQueue. */
export const sqsWorkQueue = (
  client: SQSClient,
  { prefix, departments, seal, now }: { prefix: string; departments: Iterable<string>; seal: LeaseSeal; now?: Clock },
): WorkQueue => {
  const known = new Set(departments);
  const queues = new Map<string, LeaseQueue<WorkItem>>();
  return workOfDepartments(async (department) => {
    if (!known.has(department)) throw new Refusal('department-unknown');
    const found = queues.get(department);
    if (found) return found;
    const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName: prefix + department }));
    if (!QueueUrl) throw new Error(`the queue of ${department} has no address`);
    const queue = sqsLeaseQueue(QueueUrl, workInMessage(department), { client, seal, now });
    queues.set(department, queue);
    return queue;
  });
};

/** The same for the departments of a district, with a client of its own. */
export const workQueues = (prefix: string, departments: readonly { id: string }[], seal: LeaseSeal): WorkQueue =>
  sqsWorkQueue(sqsClient(), { prefix, departments: departments.map(({ id }) => id), seal });
