import { workInMessage } from '#adapters/sqs/work-in-message.ts';
import { workOfDepartments } from '#adapters/work-of-departments.ts';
import { Refusal } from '#domain/errors.ts';
import type { WorkItem } from '#domain/tickets/work-item.ts';
import type { Clock } from '#ports/clock.ts';
import type { WorkQueue } from '#ports/work-queue.ts';
import { type MemoryLeaseQueue, memoryLeaseQueue } from './lease-queue.ts';

/** The departments' work queues, and how something gets into them. */
export interface MemoryWorkQueue extends WorkQueue {
  /** Puts the body of a message on a department's queue. */
  put(department: string, body: string): void;
}

/** Work queues in memory. Time passes only by the clock: they never wait for work, they look once. */
export const memoryWorkQueue = ({ departments, now }: { departments: Iterable<string>; now: Clock }): MemoryWorkQueue => {
  const queues = new Map([...departments].map((department) => [department, memoryLeaseQueue(workInMessage(department), now)]));
  const queueOf = (department: string): MemoryLeaseQueue<WorkItem> => {
    const queue = queues.get(department);
    if (!queue) throw new Refusal('department-unknown');
    return queue;
  };
  return {
    ...workOfDepartments(async (department) => queueOf(department)),
    put: (department, body) => queueOf(department).put(body),
  };
};
