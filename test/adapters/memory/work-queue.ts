import { TicketEventMessage } from '#contracts/messages/ticket-event-message.ts';
import { Refusal } from '#domain/errors.ts';
import { MOST_DELIVERIES } from '#domain/tickets/leases.ts';
import type { WorkItem } from '#domain/tickets/work-item.ts';
import type { Clock } from '#ports/clock.ts';
import type { WorkQueue } from '#ports/work-queue.ts';
import { type MemoryLeaseQueue, memoryLeaseQueue, type ReadMessage } from './lease-queue.ts';

/** The departments' work queues, and how something gets into them. */
export interface MemoryWorkQueue extends WorkQueue {
  /** Puts the body of a message on a department's queue. */
  put(department: string, body: string): void;
}

/** The work in a message, if it is this department's; the department is the key of its leases. */
const workOf =
  (department: string): ReadMessage<WorkItem> =>
  (message) => {
    const { data } = TicketEventMessage.safeParse(message);
    return data?.work?.department === department ? { key: department, item: data.work } : undefined;
  };

/** Work queues in memory. Time passes only by the clock: they never wait for work, they look once. */
export const memoryWorkQueue = ({ departments, now }: { departments: Iterable<string>; now: Clock }): MemoryWorkQueue => {
  const queues = new Map(
    [...departments].map((department) => [department, memoryLeaseQueue(workOf(department), now, MOST_DELIVERIES.work)]),
  );
  const queueOf = (department: string): MemoryLeaseQueue<WorkItem> => {
    const queue = queues.get(department);
    if (!queue) throw new Refusal('department-unknown');
    return queue;
  };
  return {
    lease: async (department, leasing) => {
      const leased = await queueOf(department).lease(leasing);
      return leased.map(({ lease, item }) => ({ lease, work: item }));
    },
    acknowledge: async (department, lease) => queueOf(department).acknowledge(department, lease),
    giveBack: async (department, lease, delaySeconds) => queueOf(department).giveBack(department, lease, delaySeconds),
    size: async (department) => queueOf(department).size(),
    put: (department, body) => queueOf(department).put(body),
  };
};
