import { describe, expect, it } from 'vitest';
import { plusMinutes } from '#domain/instant.ts';
import { telephone } from '#test/unit/domain/telephones.ts';
import { desk, LI, ONCE_WITHIN, WANG } from './call-back-desk.ts';
import { NOW } from './seeded-hotline.ts';

describe('a call-back that is taken', () => {
  it('shows the number to dial, and all that is known', async () => {
    const { lose, lease, lines, pass } = desk();
    await lose(LI);
    pass(5);
    const known = { kind: 'help', matter: '水管爆了', area: 'qidu', place: '3 号楼' } as const;
    const { id } = await lose(LI, { ...known, reason: 'no-agent', recording: 'recordings/twilio/CA1/RE1' });
    const [taken, ...none] = await lease();
    expect(none).toEqual([]);
    expect(taken?.callBack).toStrictEqual({
      id,
      since: NOW,
      reporterPhone: '138****5678',
      contact: { phone: LI },
      calls: [
        { at: NOW, reason: 'hung-up', recorded: false },
        { at: plusMinutes(NOW, 5), reason: 'no-agent', ...known, recorded: true },
      ],
    });
    expect(lines).toHaveLength(1);
    expect(lines.join()).not.toMatch(/5678|水管/);
  });

  it('is shown to nobody else for a quarter of an hour, then again', async () => {
    const { lose, lease, pass } = desk();
    await lose(LI);
    const [first] = await lease();
    pass(14.9);
    expect(await lease()).toEqual([]);
    pass(0.2);
    const [again] = await lease();
    expect(again?.callBack).toEqual(first?.callBack);
    expect(again?.lease).not.toBe(first?.lease);
  });

  it('is one at a time, unless more are asked for', async () => {
    const { lose, lease } = desk();
    for (const phone of [LI, WANG, telephone('+8610000000003'), telephone('+8610000000004')]) await lose(phone);
    expect(await lease()).toHaveLength(1);
    expect(await lease({ most: 2 })).toHaveLength(2);
    expect(await lease({ most: 10, leaseSeconds: 60 })).toHaveLength(1);
  });

  it('is one that is still to be done: the others leave the queue unseen', async () => {
    const { lose, lease, pass, calls, queue } = desk();
    const done = await lose(LI);
    await calls.backs.replace(done, { ...done, version: done.version + 1, doneAt: NOW, outcome: 'reached' });
    const old = await lose(WANG);
    pass(ONCE_WITHIN);
    const newer = await lose(WANG);
    const [taken] = await lease();
    expect(taken?.callBack).toMatchObject({ id: newer.id, calls: [{}, {}] });
    pass(600);
    const left = await queue.lease({ most: 10, waitSeconds: 0, leaseSeconds: 60 });
    expect(left.map(({ item }) => item.id)).toEqual([newer.id]);
    expect(old.id).not.toBe(newer.id);
  });

  it('waits only once, however many there are that were done', async () => {
    const waits: unknown[] = [];
    const watching = <T extends object>(needed: T): T => ({
      ...needed,
      ...('lease' in needed && {
        lease: (leasing: { waitSeconds: number }) => {
          waits.push(leasing.waitSeconds);
          return (needed as any).lease(leasing);
        },
      }),
    });
    const { calls, lease, lose } = desk(watching);
    for (const phone of [LI, WANG]) {
      const done = await lose(phone);
      await calls.backs.replace(done, { ...done, version: done.version + 1, doneAt: NOW, outcome: 'unreached' });
    }
    expect(await lease()).toEqual([]);
    expect(waits).toEqual([1, 0, 0]);
  });

  it('is not hidden by another that can not be read', async () => {
    let broken = '';
    const { lose, lease, pass, lines, shown } = desk((needed) => ({
      ...needed,
      ...('get' in needed && {
        get: async (id: string) => {
          if (id === broken) throw new Error(`the row of ${LI} does not parse`);
          return (needed as any).get(id);
        },
      }),
    }));
    broken = (await lose(LI)).id;
    await expect(lease()).rejects.toThrow('500 internal-error');
    await lose(WANG);
    pass(20);
    expect(await shown().catch(String)).toEqual([WANG]);
    broken = '';
    pass(20);
    expect(await shown()).toEqual([LI, WANG]);
    expect(lines.join()).not.toContain(LI);
  });
});
