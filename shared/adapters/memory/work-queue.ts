import { Refusal } from '../../domain/errors.ts';
import { type Instant, plusMinutes } from '../../domain/instant.ts';
import type { Clock } from '../../ports/clock.ts';
import type { WorkQueue } from '../../ports/work-queue.ts';
import { leasedHandle, leaseToken } from '../sqs/lease-token.ts';
import { workInMessage } from '../sqs/work-in-message.ts';

/** The departments' work queues, and how something gets into them. */
export interface MemoryWorkQueue extends WorkQueue {
  /** Puts the body of a message on a department's queue. */
  put(department: string, body: string): void;
}

interface Message {
  body: string;
  visibleFrom: Instant;
  /** Which of its leases is the present one. */
  receives: number;
}

/** Work queues in memory. Time passes only by the clock: it never waits for work, it looks once. */
export const memoryWorkQueue = ({ departments, now }: { departments: Iterable<string>; now: Clock }): MemoryWorkQueue => {
  const queues = new Map([...departments].map((department) => [department, new Map<string, Message>()]));
  let puts = 0;
  const queueOf = (department: string): Map<string, Message> => {
    const queue = queues.get(department);
    if (!queue) throw new Refusal('department-unknown');
    return queue;
  };

  return {
    put: (department, body) => {
      puts += 1;
      queueOf(department).set(String(puts), { body, visibleFrom: now(), receives: 0 });
    },
    lease: async (department, { most, leaseSeconds }) => {
      const at = now();
      const visible = [...queueOf(department)].filter(([, { visibleFrom }]) => visibleFrom <= at).slice(0, most);
      return visible.flatMap(([id, message]) => {
        message.visibleFrom = plusMinutes(at, leaseSeconds / 60);
        message.receives += 1;
        const work = workInMessage(message.body, department);
        return work ? [{ lease: leaseToken(department, message.visibleFrom, `${id}.${message.receives}`), work }] : [];
      });
    },
    acknowledge: async (department, lease) => {
      const queue = queueOf(department);
      const [id = '', receives] = leasedHandle(department, lease, now()).split('.');
      if (queue.get(id)?.receives === Number(receives)) queue.delete(id);
    },
    giveBack: async (department, lease, delaySeconds) => {
      const queue = queueOf(department);
      const [id = '', receives] = leasedHandle(department, lease, now()).split('.');
      const message = queue.get(id);
      const at = now();
      if (!message || message.receives !== Number(receives) || message.visibleFrom <= at) throw new Refusal('lease-invalid');
      message.visibleFrom = plusMinutes(at, delaySeconds / 60);
    },
  };
};
