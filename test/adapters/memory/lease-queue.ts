import { Refusal } from '#domain/errors.ts';
import { type Instant, plusMinutes } from '#domain/instant.ts';
import { LONGEST_LEASE_SECONDS } from '#domain/tickets/leases.ts';
import type { Clock } from '#ports/clock.ts';
import type { LeaseQueue } from '#ports/lease-queue.ts';

/** A lease queue, and how something gets into it. */
export interface MemoryLeaseQueue<T> extends LeaseQueue<T> {
  /** Puts the body of a message on the queue. */
  put(body: string): void;
  /** What was handed out as often as the deployed queue does it. */
  deadLetters(): string[];
}

/** Reads a message: what is leased, and the key of its lease; undefined for what should not be on that queue. */
export type ReadMessage<T> = (message: unknown) => { key: string; item: T } | undefined;

interface Message {
  body: string;
  visibleFrom: Instant;
  leasedAt: Instant;
  /** The lease that was given out last. */
  lease: string | undefined;
  deliveries: number;
}

interface Lease {
  key: string;
  until: Instant;
  /** The place of its message in the queue. */
  place: number;
}

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

/** A lease queue in memory. Time passes only by the clock: it never waits for messages, it looks once. */
export const memoryLeaseQueue = <T>(read: ReadMessage<T>, now: Clock, mostDeliveries: number): MemoryLeaseQueue<T> => {
  const dead: string[] = [];
  const messages = new Map<number, Message>();
  const leases = new Map<string, Lease>();
  let puts = 0;

  /** A lease that nobody can mistake for another: the samples in events/ have the first of the seeded queues. */
  const newLease = (lease: Lease): string => {
    const token = Buffer.from(JSON.stringify([lease.key, lease.until, `${lease.place}.${leases.size + 1}`])).toString(
      'base64url',
    );
    leases.set(token, lease);
    return token;
  };
  const ofKey = (key: string, token: string): Lease => {
    const lease = leases.get(token);
    if (lease?.key !== key) throw new Refusal('lease-invalid');
    return lease;
  };
  /** The message of a lease that has not ended; undefined when it is gone or has a later lease. */
  const heldMessage = (key: string, token: string): { place: number; message: Message | undefined } => {
    const { until, place } = ofKey(key, token);
    if (until <= now()) throw new Refusal('lease-invalid');
    const message = messages.get(place);
    return { place, message: message?.lease === token ? message : undefined };
  };

  return {
    put: (body) => {
      puts += 1;
      messages.set(puts, { body, visibleFrom: now(), leasedAt: now(), lease: undefined, deliveries: 0 });
    },
    deadLetters: () => [...dead],
    lease: async ({ most, leaseSeconds }) => {
      const at = now();
      const until = plusMinutes(at, leaseSeconds / 60);
      const isVisible = ([, { visibleFrom }]: [number, Message]): boolean => visibleFrom <= at;
      for (const [place, { body }] of [...messages].filter((one) => isVisible(one) && one[1].deliveries >= mostDeliveries)) {
        dead.push(body);
        messages.delete(place);
      }
      const visible = [...messages].filter(isVisible).slice(0, most);
      return visible.flatMap(([place, message]) => {
        message.visibleFrom = until;
        message.leasedAt = at;
        message.deliveries += 1;
        const found = read(parsed(message.body));
        if (!found) return [];
        message.lease = newLease({ key: found.key, until, place });
        return [{ lease: message.lease, item: found.item }];
      });
    },
    standing: async (key, token) => (ofKey(key, token).until <= now() ? 'ended' : 'held'),
    acknowledge: async (key, token) => {
      const { place, message } = heldMessage(key, token);
      if (message) messages.delete(place);
    },
    giveBack: async (key, token, delaySeconds) => {
      const { message } = heldMessage(key, token);
      const at = now();
      if (!message || message.visibleFrom <= at) throw new Refusal('lease-invalid');
      const left = LONGEST_LEASE_SECONDS - Math.ceil((Date.parse(at) - Date.parse(message.leasedAt)) / 1000);
      const seconds = Math.min(delaySeconds, Math.max(left, 0));
      message.visibleFrom = plusMinutes(at, seconds / 60);
      return seconds;
    },
    size: async () => {
      const waiting = [...messages.values()].filter(({ visibleFrom }) => visibleFrom <= now()).length;
      return { waiting, leased: messages.size - waiting };
    },
  };
};
