import { describe, expect, it } from 'vitest';
import { plusMinutes } from '#domain/instant.ts';
import { MONDAY_AT_TEN } from '#test/unit/domain/new-ticket.ts';
import { crashAt, crashes } from './crash.ts';
import { hotline, phoneOf } from './reporters-due.ts';

const DOWN = new Error('the phone provider answered 503, its code 20503');
const [FIRST, SECOND] = [phoneOf(10), phoneOf(11)];

describe('the round of calls to reporters', () => {
  it('writes the try before the telephone rings', async () => {
    const { numbers, telephony, run, callsOf } = await hotline();
    const seen: unknown[] = [];
    await run({
      telephony: {
        ring: async (to, call) => {
          seen.push((await callsOf(numbers[0] ?? ''))?.tries);
          return telephony.ring(to, call);
        },
      },
    });
    expect(seen).toEqual([[MONDAY_AT_TEN]]);
  });

  it('rings nobody twice for one try, wherever it dies and though two run at once', async () => {
    for (const { step, when } of crashes(8)) {
      const { table, telephony, run, pass } = await hotline(2);
      const crash = crashAt(step, when);
      const dying = { store: crash.watch(table), dueIndex: crash.watch(table), telephony: crash.watch(telephony) };
      await Promise.allSettled([run(dying), run()]);
      await run();
      for (const phone of [FIRST, SECOND]) {
        expect(telephony.rung.filter(({ to }) => to === phone).length).toBeLessThanOrEqual(1);
      }
      // What died is put off at most until the next try.
      pass(300);
      await run();
      expect(new Set(telephony.rung.map(({ to }) => to))).toEqual(new Set([FIRST, SECOND]));
    }
  });

  it('asks nobody of the confidential, nor those who closed it themselves, nor without a number', async () => {
    const sealed = await hotline(1, { confidential: true });
    expect([await sealed.run(), sealed.telephony.rung]).toEqual([0, []]);
    const rated = await hotline();
    await rated.does(rated.numbers[0] ?? '', { action: 'rate', rating: { solved: true, stars: 5 } }, 'system');
    expect([await rated.run(), rated.telephony.rung]).toEqual([0, []]);
    const anonymous = await hotline(1, { anonymous: true });
    expect(await anonymous.run()).toBe(1);
    const lost = await hotline();
    expect(await lost.run({ store: { ...lost.table, contact: async () => undefined } })).toBe(0);
    expect(lost.telephony.rung).toEqual([]);
  });

  it('rings twenty at once, the rest in the next minute', async () => {
    const { telephony, numbers, run } = await hotline(30);
    // An index may be spread, and give so many of each part.
    const dueIndex = { due: async () => numbers };
    expect([await run({ dueIndex }), await run({ dueIndex }), await run({ dueIndex })]).toEqual([20, 10, 0]);
    expect(new Set(telephony.rung.map(({ to }) => to)).size).toBe(30);
  });

  it('claims nothing while no account is set', async () => {
    const { run, events } = await hotline();
    const before = events().length;
    expect(await run({ telephony: undefined })).toBe(0);
    expect(events()).toHaveLength(before);
  });
});

describe('a provider that takes no call', () => {
  it('costs nobody a try, is asked for three numbers a run, and the run fails', async () => {
    const { numbers, telephony, run, pass, callsOf, events } = await hotline(8);
    telephony.fail(DOWN);
    await expect(run()).rejects.toThrow('3 reporters could not be rung; 0 were');
    expect(events().filter((type) => type === 'reporter-put-off')).toHaveLength(3);
    expect(await callsOf(numbers[0] ?? '')).toEqual({ tries: [], nextAt: plusMinutes(MONDAY_AT_TEN, 15) });
    // A day later it is still down.
    for (let hour = 0; hour < 24; hour += 1) {
      await run().catch(() => undefined);
      pass(60);
    }
    for (const number of numbers) expect((await callsOf(number))?.tries).toEqual([]);
    telephony.fail(undefined);
    expect(await run()).toBe(8);
  });

  it('leaves alone what was rated at that moment', async () => {
    const { numbers, run, does, table, lines } = await hotline();
    const [number = ''] = numbers;
    const ring = async (): Promise<never> => {
      await does(number, { action: 'rate', rating: { solved: true, stars: 5 } }, 'system');
      throw DOWN;
    };
    await expect(run({ telephony: { ring } })).rejects.toThrow('could not be rung');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ outcome: 'put-off', error: { message: DOWN.message } });
    expect(await table.get(number)).toMatchObject({ state: 'closed', reporterCalls: { tries: [MONDAY_AT_TEN] } });
  });
});

describe('a ticket that fails', () => {
  it('stops no other, and the run ends in an error', async () => {
    const { numbers, table, telephony, run } = await hotline(3);
    const get = async (number: string) => {
      if (number === numbers[0]) throw new Error('the row can not be read');
      return table.get(number);
    };
    await expect(run({ store: { ...table, get } })).rejects.toThrow('1 reporters could not be rung; 2 were');
    expect(telephony.rung).toHaveLength(2);
  });

  it('does not take the place of others, though it stays due', async () => {
    const { numbers, table, run } = await hotline(70);
    const bad = new Set(numbers.slice(0, 50));
    const get = async (number: string) => {
      if (bad.has(number)) throw new Error('the row can not be read');
      return table.get(number);
    };
    await expect(run({ store: { ...table, get } })).rejects.toThrow('50 reporters could not be rung; 20 were');
  });

  it('does not let a run go on for ever: what is left comes in the next one', async () => {
    const { telephony, run, pass } = await hotline(10);
    const ring: typeof telephony.ring = async (to, call) => {
      pass(0.5);
      return telephony.ring(to, call);
    };
    expect(await run({ telephony: { ring } })).toBe(4);
    expect(await run({ telephony: { ring } })).toBe(4);
    expect(await run({ telephony: { ring } })).toBe(2);
  });

  it('is never told of with a number of a phone', async () => {
    const { telephony, lines, run } = await hotline(2);
    telephony.fail(new Error(`no way to ${FIRST}`));
    await run().catch(() => undefined);
    telephony.fail(undefined);
    await run();
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join()).not.toMatch(/10000001\d|hotline\.example/);
  });
});
