import { describe, expect, it } from 'vitest';
import { messageOf } from '#contracts/messages/ticket-event-message.ts';
import { type WorkItem, workItem } from '#domain/tickets/work-item.ts';
import type { LeasedWork, WorkQueue } from '#ports/work-queue.ts';
import { toWaterworks } from '#test/adapters/matters.ts';
import { changed, opening } from '#test/unit/domain/new-ticket.ts';

/** Empty queues of the waterworks and the heatworks, how a message gets into them, and how time passes there. */
export interface Queues {
  queue: WorkQueue;
  put(department: string, body: string): Promise<void>;
  pass(seconds: number): Promise<void>;
}

const assigned = (random: number, department = 'waterworks') => {
  const { ticket } = changed(opening({}, { random }).ticket, { ...toWaterworks, department }, 'system');
  const { event } = changed(ticket, { action: 'assign' }, 'system');
  if (event.type !== 'assigned') throw new Error('assigning is told as something else');
  const work = workItem(ticket, department, event.unit);
  return { body: JSON.stringify(messageOf(event, work)), work };
};

const AT_ONCE = { most: 10, waitSeconds: 0, leaseSeconds: 60 };
const refused = (code: string) => ({ name: 'Refusal', code });
const works = (leased: readonly LeasedWork[]): WorkItem[] => leased.map(({ work }) => work);

/** What every WorkQueue does; `make` gives empty queues. */
export const workQueueSuite = (name: string, make: () => Promise<Queues>): void => {
  /** A queue with one piece of work, which is leased. */
  const leasedOne = async (leaseSeconds = 60) => {
    const queues = await make();
    const { body, work } = assigned(1);
    await queues.put('waterworks', body);
    const [leased] = await queues.queue.lease('waterworks', { most: 1, waitSeconds: 2, leaseSeconds });
    if (!leased) throw new Error('there was no work');
    return { ...queues, body, work, lease: leased.lease };
  };

  describe.concurrent(`${name} leases work`, () => {
    it('as it was assigned, to nobody else meanwhile', async () => {
      const { queue, put } = await make();
      const { body, work } = assigned(1);
      await put('waterworks', body);
      expect(works(await queue.lease('waterworks', AT_ONCE))).toStrictEqual([work]);
      expect(await queue.lease('waterworks', AT_ONCE)).toEqual([]);
    });

    it('at most so many pieces at a time', async () => {
      const { queue, put } = await make();
      for (const random of [1, 2, 3]) await put('waterworks', assigned(random).body);
      const first = await queue.lease('waterworks', { ...AT_ONCE, most: 2 });
      const second = await queue.lease('waterworks', AT_ONCE);
      expect([first.length, second.length]).toEqual([2, 1]);
      const numbers = works([...first, ...second]).map(({ number }) => number);
      expect(numbers.sort()).toEqual([1, 2, 3].map((random) => assigned(random).work.number).sort());
    });

    it('and says how much waits, and how much is leased', async () => {
      const { queue, put } = await make();
      expect(await queue.size('waterworks')).toEqual({ waiting: 0, leased: 0 });
      for (const random of [1, 2, 3]) await put('waterworks', assigned(random).body);
      await queue.lease('waterworks', { ...AT_ONCE, most: 1 });
      expect(await queue.size('waterworks')).toEqual({ waiting: 2, leased: 1 });
      expect(await queue.size('heatworks')).toEqual({ waiting: 0, leased: 0 });
    });

    it('of one department only to that department', async () => {
      const { queue, put } = await make();
      await put('waterworks', assigned(1).body);
      expect(await queue.lease('heatworks', AT_ONCE)).toEqual([]);
    });

    it('and none when there is none, however long it waits', async () => {
      const { queue } = await make();
      // Longer than the client otherwise waits for an answer.
      expect(await queue.lease('waterworks', { ...AT_ONCE, waitSeconds: 3 })).toEqual([]);
    });

    it('again when the lease has ended', async () => {
      const { queue, pass, work, lease } = await leasedOne(1);
      await pass(1.3);
      const [again] = await queue.lease('waterworks', AT_ONCE);
      expect(again?.work).toStrictEqual(work);
      expect(again?.lease).not.toBe(lease);
    });

    it.each([
      ['no JSON', '{'],
      ['no message', '{"a":1}'],
      ['a message without work', JSON.stringify({ ...JSON.parse(assigned(1).body), work: undefined })],
      ['the work of another department', assigned(1, 'heatworks').body],
    ])('and shows no message that is %s, but leaves it in the queue', async (_what, bad) => {
      const { queue, put, pass } = await make();
      await put('waterworks', bad);
      await put('waterworks', assigned(2).body);
      const leased = [
        ...(await queue.lease('waterworks', { ...AT_ONCE, leaseSeconds: 1 })),
        ...(await queue.lease('waterworks', { ...AT_ONCE, leaseSeconds: 1 })),
      ];
      expect(works(leased)).toStrictEqual([assigned(2).work]);
      await queue.acknowledge('waterworks', leased[0]?.lease ?? '');
      await pass(1.3);
      expect(await queue.lease('waterworks', AT_ONCE)).toEqual([]);
    });
  });

  describe.concurrent(`${name} takes work back`, () => {
    it('never when it was acknowledged, once or twice', async () => {
      const { queue, pass, lease } = await leasedOne(2);
      await queue.acknowledge('waterworks', lease);
      await queue.acknowledge('waterworks', lease);
      await pass(2.3);
      expect(await queue.lease('waterworks', AT_ONCE)).toEqual([]);
    });

    it('at once when it is given back', async () => {
      const { queue, work, lease } = await leasedOne();
      await queue.giveBack('waterworks', lease, 0);
      expect(works(await queue.lease('waterworks', { ...AT_ONCE, waitSeconds: 1 }))).toStrictEqual([work]);
    });

    it('later when it is given back for later', async () => {
      const { queue, pass, work, lease } = await leasedOne();
      await queue.giveBack('waterworks', lease, 1);
      expect(await queue.lease('waterworks', AT_ONCE)).toEqual([]);
      await pass(1.3);
      expect(works(await queue.lease('waterworks', AT_ONCE))).toStrictEqual([work]);
    });

    it('not by a lease that has ended, even when nobody else took the work', async () => {
      const { queue, pass, work, lease } = await leasedOne(1);
      await pass(1.3);
      await expect(queue.acknowledge('waterworks', lease)).rejects.toMatchObject(refused('lease-invalid'));
      await expect(queue.giveBack('waterworks', lease, 0)).rejects.toMatchObject(refused('lease-invalid'));
      expect(works(await queue.lease('waterworks', AT_ONCE))).toStrictEqual([work]);
    });

    it('not when it was acknowledged before', async () => {
      const { queue, lease } = await leasedOne();
      await queue.acknowledge('waterworks', lease);
      await expect(queue.giveBack('waterworks', lease, 0)).rejects.toMatchObject(refused('lease-invalid'));
    });

    it('not by the lease of another department', async () => {
      const { queue, lease } = await leasedOne();
      await expect(queue.acknowledge('heatworks', lease)).rejects.toMatchObject(refused('lease-invalid'));
      await expect(queue.giveBack('heatworks', lease, 0)).rejects.toMatchObject(refused('lease-invalid'));
      await queue.acknowledge('waterworks', lease);
    });

    it.each([
      ...['x', '', Buffer.from('["waterworks","2027-01-01T00:00:00.000Z",""]').toString('base64url')],
      // The lease of a call-back.
      Buffer.from('["x.1795399800000","2099-01-01T00:00:00.000Z","1.1"]').toString('base64url'),
    ])('not by a lease that is none: %j', async (lease) => {
      const { queue } = await leasedOne();
      await expect(queue.acknowledge('waterworks', lease)).rejects.toMatchObject(refused('lease-invalid'));
      await expect(queue.giveBack('waterworks', lease, 0)).rejects.toMatchObject(refused('lease-invalid'));
    });

    it('not by a lease whose handle nobody gave out', async () => {
      const { queue } = await make();
      const lease = Buffer.from('["waterworks","2099-01-01T00:00:00.000Z","made-up"]').toString('base64url');
      await expect(queue.giveBack('waterworks', lease, 0)).rejects.toMatchObject(refused('lease-invalid'));
      await expect(queue.acknowledge('waterworks', lease)).rejects.toMatchObject(refused('lease-invalid'));
    });
  });

  it(`${name} knows no other departments`, async () => {
    const { queue } = await make();
    for (const stranger of ['police', '', '../waterworks', 'toString']) {
      await expect(queue.lease(stranger, AT_ONCE)).rejects.toMatchObject(refused('department-unknown'));
      await expect(queue.acknowledge(stranger, 'x')).rejects.toMatchObject(refused('department-unknown'));
      await expect(queue.giveBack(stranger, 'x', 0)).rejects.toMatchObject(refused('department-unknown'));
      await expect(queue.size(stranger)).rejects.toMatchObject(refused('department-unknown'));
    }
  });
};
