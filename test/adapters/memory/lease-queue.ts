import type { ReadLeasable } from '#adapters/sqs/lease-queue.ts';
import { leasedHandle, leaseToken, standingOf } from '#adapters/sqs/lease-token.ts';
import { Refusal } from '#domain/errors.ts';
import { type Instant, plusMinutes } from '#domain/instant.ts';
import type { Clock } from '#ports/clock.ts';
import type { LeaseQueue } from '#ports/lease-queue.ts';

/** A lease queue, and how something gets into it. */
export interface MemoryLeaseQueue<T> extends LeaseQueue<T> {
  /** Puts the body of a message on the queue. */
  put(body: string): void;
}

interface Message {
  body: string;
  visibleFrom: Instant;
  /** Which of its leases is the present one. */
  receives: number;
}

/** A lease queue in memory. Time passes only by the clock: it never waits for messages, it looks once. */
export const memoryLeaseQueue = <T>(read: ReadLeasable<T>, now: Clock): MemoryLeaseQueue<T> => {
  const messages = new Map<string, Message>();
  let puts = 0;
  return {
    put: (body) => {
      puts += 1;
      messages.set(String(puts), { body, visibleFrom: now(), receives: 0 });
    },
    lease: async ({ most, leaseSeconds }) => {
      const at = now();
      const visible = [...messages].filter(([, { visibleFrom }]) => visibleFrom <= at).slice(0, most);
      return visible.flatMap(([id, message]) => {
        message.visibleFrom = plusMinutes(at, leaseSeconds / 60);
        message.receives += 1;
        const found = read(message.body);
        if (!found) return [];
        return [{ lease: leaseToken(found.key, message.visibleFrom, `${id}.${message.receives}`), item: found.item }];
      });
    },
    standing: async (key, lease) => standingOf(key, lease, now()),
    acknowledge: async (key, lease) => {
      const [id = '', receives] = leasedHandle(key, lease, now()).split('.');
      if (messages.get(id)?.receives === Number(receives)) messages.delete(id);
    },
    giveBack: async (key, lease, delaySeconds) => {
      const [id = '', receives] = leasedHandle(key, lease, now()).split('.');
      const message = messages.get(id);
      const at = now();
      if (!message || message.receives !== Number(receives) || message.visibleFrom <= at) throw new Refusal('lease-invalid');
      message.visibleFrom = plusMinutes(at, delaySeconds / 60);
    },
  };
};
