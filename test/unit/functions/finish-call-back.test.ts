import { describe, expect, it } from 'vitest';
import type { CallBack } from '#domain/calls/call-back.ts';
import { plusMinutes } from '#domain/instant.ts';
import { MOST_DELIVERIES } from '#domain/tickets/leases.ts';
import { memoryLeaseQueue } from '#test/adapters/memory/lease-queue.ts';
import { desk, LI, ONCE_WITHIN, WANG } from './call-back-desk.ts';
import { district, NOW } from './seeded-hotline.ts';

describe('a call-back whose caller was reached', () => {
  it('is done and gone, once or twice', async () => {
    const { leasedOne, finish, calls, shown, pass } = desk();
    const { id, lease } = await leasedOne();
    pass(3);
    expect(await finish(id, lease, 'reached')).toEqual({ done: true });
    const [done] = calls.callBacks();
    expect(done).toMatchObject({ version: 2, doneAt: plusMinutes(NOW, 3), outcome: 'reached' });
    pass(3);
    expect(await finish(id, lease, 'reached')).toEqual({ done: true });
    expect(await finish(id, lease, 'unreached', false)).toEqual({ done: true });
    expect(calls.callBacks()).toEqual([done]);
    pass(600);
    expect(await shown()).toEqual([]);
  });

  it('is done with a call that was added at that moment', async () => {
    let meanwhile = async (): Promise<unknown> => undefined;
    const { leasedOne, finish, calls, lose } = desk((needed) => ({
      ...needed,
      ...('replace' in needed && {
        replace: async (seen: CallBack, becomes: CallBack) => {
          const happens = meanwhile;
          meanwhile = async () => undefined;
          await happens();
          return (needed as any).replace(seen, becomes);
        },
      }),
    }));
    const { id, lease } = await leasedOne();
    meanwhile = () => lose(LI, { matter: '还在漏' });
    expect(await finish(id, lease, 'reached')).toEqual({ done: true });
    expect(calls.callBacks()).toMatchObject([{ id, version: 3, outcome: 'reached', calls: [{}, { matter: '还在漏' }] }]);
  });

  it('is done though the lease has run out, and though somebody else has it by now', async () => {
    const { leasedOne, finish, calls, lease: leaseAgain, shown, pass } = desk();
    const { id, lease } = await leasedOne();
    pass(16);
    const [others] = await leaseAgain();
    expect(await finish(id, lease, 'reached')).toEqual({ done: true });
    expect(calls.callBacks()).toMatchObject([{ outcome: 'reached' }]);
    expect(await finish(id, others?.lease ?? '', 'unreached')).toEqual({ done: false });
    pass(31);
    expect(await shown()).toEqual([]);
  });

  it('leaves a newer one of that caller to be done', async () => {
    const { leasedOne, finish, calls, lose, shown, pass } = desk();
    const { id, lease } = await leasedOne();
    pass(ONCE_WITHIN);
    const newer = await lose(LI);
    expect(await finish(id, lease, 'reached')).toEqual({ done: true });
    expect(calls.callBacks()).toEqual([newer]);
    expect(await shown()).toEqual([LI]);
  });
});

describe('a call-back whose caller was not reached', () => {
  it('comes again in half an hour', async () => {
    const { leasedOne, finish, calls, shown, pass } = desk();
    const { id, lease } = await leasedOne();
    expect(await finish(id, lease, 'unreached')).toEqual({ done: false });
    pass(1);
    expect(await finish(id, lease, 'unreached', true)).toEqual({ done: false });
    // A request that comes twice is one try.
    expect(calls.callBacks()).toMatchObject([{ version: 2, tries: 1 }]);
    expect(calls.callBacks()[0]).not.toHaveProperty('doneAt');
    pass(29.9);
    expect(await shown()).toEqual([]);
    pass(0.2);
    expect(await shown()).toEqual([LI]);
  });

  it.each([undefined, 1, 2, 10])(
    'is put off until the district has tried %s times, and never becomes a dead letter',
    async (most) => {
      const {
        leasedOne,
        finish,
        lease: leaseAgain,
        calls,
        queue,
        shown,
        pass,
      } = desk(undefined, {
        ...district,
        phone: { ...district.phone, callBackTries: most },
      });
      let { id, lease } = await leasedOne();
      const tries = most ?? 6;
      for (let n = 1; n < tries; n += 1) {
        expect(await finish(id, lease, 'unreached')).toEqual({ done: false });
        pass(31);
        // Somebody takes it, and lets it go.
        await leaseAgain();
        pass(16);
        lease = (await leaseAgain())[0]?.lease ?? '';
      }
      for (const _ of [1, 2]) expect(await finish(id, lease, 'unreached')).toEqual({ done: true });
      expect(calls.callBacks()).toMatchObject([{ tries, outcome: 'unreached' }]);
      expect(await calls.backs.waiting()).toEqual([]);
      pass(600);
      expect(await shown()).toEqual([]);
      expect([queue.deadLetters(), await queue.size()]).toEqual([[], { waiting: 0, leased: 0 }]);
    },
  );

  it('is done when nobody is to try again', async () => {
    const { leasedOne, finish, calls, shown, pass } = desk();
    const { id, lease } = await leasedOne();
    for (const _ of [1, 2]) expect(await finish(id, lease, 'unreached', false)).toEqual({ done: true });
    expect(calls.callBacks()).toMatchObject([{ version: 2, doneAt: NOW, outcome: 'unreached' }]);
    pass(600);
    expect(await finish(id, lease, 'unreached', false)).toEqual({ done: true });
    expect(await shown()).toEqual([]);
  });

  it.each([true, false])('is for its holder alone to put off or to give up (again: %s)', async (again) => {
    const { leasedOne, finish, calls, shown, pass } = desk();
    const { id, lease } = await leasedOne();
    pass(15);
    expect(await finish(id, lease, 'unreached', again)).toBe('lease-invalid');
    expect(calls.callBacks()).toMatchObject([{ version: 1 }]);
    expect(await shown()).toEqual([LI]);
  });
});

/** A lease that a queue of the water department gave out. */
const leaseOfWater = async (): Promise<string> => {
  const queue = memoryLeaseQueue(
    (item) => ({ key: 'water', item }),
    () => NOW,
    MOST_DELIVERIES.work,
  );
  queue.put('"work"');
  const [leased] = await queue.lease({ most: 1, waitSeconds: 0, leaseSeconds: 300 });
  return leased?.lease ?? '';
};

describe('a lease', () => {
  it.each(['reached', 'unreached'] as const)('of another call-back finishes none (%s)', async (outcome) => {
    const { leasedOne, finish, calls, lose, lease, pass, shown } = desk();
    const one = await leasedOne();
    await lose(WANG);
    const [other] = await lease();
    expect(await finish(one.id, other?.lease ?? '', outcome, false)).toBe('lease-invalid');
    expect(calls.callBacks().filter(({ doneAt }) => doneAt !== undefined)).toEqual([]);
    pass(15);
    expect(await shown()).toEqual([LI, WANG]);
  });

  it.each([
    ['of a department', leaseOfWater],
    ['of nobody', async () => 'made-up'],
  ])('%s finishes none', async (_whose, leaseOf) => {
    const lease = await leaseOf();
    expect(lease).not.toBe('');
    const { leasedOne, finish, calls } = desk();
    const { id } = await leasedOne();
    for (const outcome of ['reached', 'unreached'] as const) {
      for (const again of [true, false]) expect(await finish(id, lease, outcome, again)).toBe('lease-invalid');
    }
    expect(calls.callBacks()).toMatchObject([{ version: 1 }]);
  });
});
