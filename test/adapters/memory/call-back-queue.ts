import { CallBackWanted } from '#contracts/messages/call-back-wanted.ts';
import { MOST_DELIVERIES } from '#domain/tickets/leases.ts';
import type { Clock } from '#ports/clock.ts';
import { type MemoryLeaseQueue, memoryLeaseQueue } from './lease-queue.ts';

/** The desk's queue of call-backs in memory; the id of each is the key of its leases. */
export const memoryCallBackQueue = (now: Clock): MemoryLeaseQueue<CallBackWanted> =>
  memoryLeaseQueue(
    (message) => {
      const { data } = CallBackWanted.safeParse(message);
      return data && { key: data.id, item: data };
    },
    now,
    MOST_DELIVERIES.callBacks,
  );
