import { describe, expect, it } from 'vitest';
import { LastingRefusal, NumberRefused, ProviderAway, RequestRefused } from '#ports/telephony.ts';
import { MONDAY_AT_TEN } from '#test/unit/domain/new-ticket.ts';
import { hotline, phoneOf } from './reporters-due.ts';

const NO_SUCH_NUMBER = new NumberRefused('the phone provider answered 400, its code 21211', '21211');
const [FIRST, SECOND] = [phoneOf(10), phoneOf(11)];

describe('a number that can not be rung', () => {
  it('is left at once with the code of the provider, and stops no other', async () => {
    const { numbers, telephony, run, pass, callsOf, lines, table } = await hotline(2);
    const ring: typeof telephony.ring = async (to, call) => {
      if (to === FIRST) throw NO_SUCH_NUMBER;
      return telephony.ring(to, call);
    };
    expect(await run({ telephony: { ring } })).toBe(1);
    expect(telephony.rung.map(({ to }) => to)).toEqual([SECOND]);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'error', ticket: numbers[0], outcome: 'number-refused', error: { message: NO_SUCH_NUMBER.message } },
      { level: 'info', ticket: numbers[1], outcome: 'rung' },
    ]);
    for (let hour = 0; hour < 48; hour += 1) {
      pass(60);
      await run({ telephony: { ring } });
    }
    const calls = await callsOf(numbers[0] ?? '');
    expect([calls?.tries.length, calls?.unreached, calls?.nextAt]).toEqual([1, true, undefined]);
    expect(calls?.refused).toBe('21211');
    expect((await table.events(numbers[0] ?? '')).at(-1)).toMatchObject({ type: 'reporter-unreached', refused: '21211' });
  });

  it('for its country is left too, but the run fails: the operator may switch the country on', async () => {
    const { numbers, run, callsOf } = await hotline(1);
    const ring = async (): Promise<never> => {
      throw new LastingRefusal('the phone provider answered 403, its code 21215', '21215');
    };
    await expect(run({ telephony: { ring } })).rejects.toThrow('1 reporters could not be rung; 0 were');
    expect(await callsOf(numbers[0] ?? '')).toEqual({ tries: [MONDAY_AT_TEN], unreached: true, refused: '21215' });
    expect(await run()).toBe(0);
  });

  it.each<[string, Error]>([
    ['for ever', NO_SUCH_NUMBER],
    ['for a reason that nobody knows', new RequestRefused('the phone provider answered 400, its code 29999', '29999')],
    ['at this moment', new ProviderAway('the phone provider answered 500')],
  ])('starves no other: thirty of 144 that are refused %s', async (_, error) => {
    const { numbers, telephony, run, pass } = await hotline(144);
    // Every fourth of the first 120: refused in turn with others. The last case shows that they need not be in a row.
    const refused = new Set(Array.from({ length: 30 }, (_one, place) => phoneOf(10 + 4 * place)));
    const ring: typeof telephony.ring = async (to, call) => {
      if (refused.has(to)) throw error;
      return telephony.ring(to, call);
    };
    for (let round = 0; round < Math.ceil((144 - 30) / 20); round += 1) {
      await run({ telephony: { ring } }).catch(() => undefined);
      pass(1);
    }
    const rung = telephony.rung.map(({ to }) => to);
    expect([rung.length, new Set(rung).size]).toEqual([numbers.length - 30, numbers.length - 30]);
  });

  it('starves no other either when the thirty come first', async () => {
    const { telephony, run, pass } = await hotline(144);
    const refused = new Set(Array.from({ length: 30 }, (_one, place) => phoneOf(10 + place)));
    const ring: typeof telephony.ring = async (to, call) => {
      if (refused.has(to)) throw new RequestRefused('the phone provider answered 400, its code 29999', '29999');
      return telephony.ring(to, call);
    };
    for (let round = 0; round < 6; round += 1) {
      await run({ telephony: { ring } }).catch(() => undefined);
      pass(1);
    }
    expect(telephony.rung).toHaveLength(114);
  });
});
