import { describe, expect, it } from 'vitest';
import type { CallBackWanted } from '#contracts/messages/call-back-wanted.ts';
import type { LeaseQueue } from '#ports/lease-queue.ts';
import { secondsLater } from '#test/adapters/matters.ts';

/** An empty queue of call-backs, how a message gets into it, and how time passes there. */
interface Queue {
  queue: LeaseQueue<CallBackWanted>;
  put(body: string): Promise<void>;
  pass(seconds: number): Promise<void>;
}

const wanted = (id: string): CallBackWanted => ({ type: 'call-back-wanted', id, at: secondsLater(0), correlationId: 'test' });
const AT_ONCE = { most: 10, waitSeconds: 0, leaseSeconds: 60 };
const refused = { name: 'Refusal', code: 'lease-invalid' };

/** What every LeaseQueue does beside what a WorkQueue over it shows: that a lease is for one key. `make` gives an empty one. */
export const leaseQueueSuite = (name: string, make: () => Promise<Queue>): void => {
  /** The queue with items of these ids, all leased, and their leases by id. */
  const leased = async (ids: string[], leaseSeconds = 60) => {
    const queues = await make();
    for (const id of ids) await queues.put(JSON.stringify(wanted(id)));
    const leases = new Map<string, string>();
    while (leases.size < ids.length) {
      const found = await queues.queue.lease({ most: 10, waitSeconds: 2, leaseSeconds });
      if (found.length === 0) throw new Error('there were not so many items');
      for (const { lease, item } of found) leases.set(item.id, lease);
    }
    return { ...queues, leaseOf: (id: string): string => leases.get(id) ?? '' };
  };

  describe.concurrent(`${name} leases items`, () => {
    it('as they were told', async () => {
      const { queue, put } = await make();
      await put(JSON.stringify(wanted('a')));
      const [one, ...none] = await queue.lease({ ...AT_ONCE, waitSeconds: 2 });
      expect(one?.item).toStrictEqual(wanted('a'));
      expect(none).toEqual([]);
    });

    it('and shows nothing else that lies there, however often, nor what is said beside it', async () => {
      const { queue, put, pass } = await make();
      for (const bad of ['{', '{"a":1}', JSON.stringify({ ...wanted('b'), id: 7 })]) await put(bad);
      expect(await queue.lease({ ...AT_ONCE, leaseSeconds: 1 })).toEqual([]);
      await pass(1.3);
      expect(await queue.lease(AT_ONCE)).toEqual([]);
      await put(JSON.stringify({ ...wanted('c'), phone: '+8610000000001' }));
      expect(JSON.stringify(await queue.lease(AT_ONCE))).not.toContain('+86');
    });
  });

  describe.concurrent(`${name} takes a lease`, () => {
    it('for its own key only', async () => {
      const { queue, leaseOf, pass } = await leased(['a', 'b'], 3);
      for (const [key, lease] of [
        ['b', leaseOf('a')],
        ['a', leaseOf('b')],
        ['waterworks', leaseOf('a')],
        ['', leaseOf('a')],
      ] as const) {
        await expect(queue.standing(key, lease)).rejects.toMatchObject(refused);
        await expect(queue.acknowledge(key, lease)).rejects.toMatchObject(refused);
        await expect(queue.giveBack(key, lease, 0)).rejects.toMatchObject(refused);
      }
      await queue.acknowledge('a', leaseOf('a'));
      await pass(3.3);
      expect((await queue.lease(AT_ONCE)).map(({ item }) => item.id)).toEqual(['b']);
    });

    it('and tells whether it has ended, also of what is gone', async () => {
      const { queue, leaseOf, pass } = await leased(['a'], 1);
      expect(await queue.standing('a', leaseOf('a'))).toBe('held');
      await queue.acknowledge('a', leaseOf('a'));
      expect(await queue.standing('a', leaseOf('a'))).toBe('held');
      await pass(1.3);
      expect(await queue.standing('a', leaseOf('a'))).toBe('ended');
      await expect(queue.acknowledge('a', leaseOf('a'))).rejects.toMatchObject(refused);
    });

    it.each(['x', '', Buffer.from('["a","2099-01-01T00:00:00.000Z",""]').toString('base64url')])(
      'never that is none: %j',
      async (lease) => {
        const { queue } = await make();
        await expect(queue.standing('a', lease)).rejects.toMatchObject(refused);
        await expect(queue.acknowledge('a', lease)).rejects.toMatchObject(refused);
        await expect(queue.giveBack('a', lease, 0)).rejects.toMatchObject(refused);
      },
    );

    it('never that was changed since it was given out, wherever', async () => {
      const { queue, leaseOf } = await leased(['a'], 60);
      const lease = leaseOf('a');
      const places = [0, 1, Math.floor(lease.length / 3), Math.floor(lease.length / 2), lease.length - 2, lease.length - 1];
      const changed = places.map((place) => lease.slice(0, place) + (lease[place] === 'A' ? 'B' : 'A') + lease.slice(place + 1));
      for (const forged of [...changed, lease.slice(1), lease.slice(0, -1), `${lease}A`, `${lease}.`, lease + lease]) {
        await expect(queue.standing('a', forged)).rejects.toMatchObject(refused);
        await expect(queue.acknowledge('a', forged)).rejects.toMatchObject(refused);
        await expect(queue.giveBack('a', forged, 0)).rejects.toMatchObject(refused);
      }
      await queue.acknowledge('a', lease);
    });

    it('and gives after how many seconds an item comes again', async () => {
      const { queue, leaseOf } = await leased(['a', 'b'], 60);
      expect(await queue.giveBack('a', leaseOf('a'), 7)).toBe(7);
      const longest = await queue.giveBack('b', leaseOf('b'), 43_200);
      expect(longest).toBeGreaterThan(43_100);
      expect(longest).toBeLessThanOrEqual(43_200);
    });

    it('twice, to put an item off', async () => {
      const { queue, leaseOf, pass } = await leased(['a'], 60);
      await queue.giveBack('a', leaseOf('a'), 30);
      await queue.giveBack('a', leaseOf('a'), 1);
      expect(await queue.lease(AT_ONCE)).toEqual([]);
      await pass(1.3);
      expect((await queue.lease({ ...AT_ONCE, waitSeconds: 1 })).map(({ item }) => item.id)).toEqual(['a']);
    });
  });
};
