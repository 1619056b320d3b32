import { describe, expect, it } from 'vitest';
import { NumberRefused, ProviderAway, RequestRefused, type Telephony } from '#ports/telephony.ts';
import { telephone } from '#test/unit/domain/telephones.ts';
import { crashAt, crashes } from './crash.ts';
import { DISTRICT, DISTRICT_BOSS, dutyHotline, WATER, WATER_BOSS } from './duty-hotline.ts';
import { keys } from './telephone-line.ts';

const LADDER = [WATER, WATER_BOSS, DISTRICT, DISTRICT_BOSS];
const DOWN = new ProviderAway('the phone provider answered 503, its code 20503');
const NO_SUCH_NUMBER = new NumberRefused('the phone provider answered 400, its code 21211');

describe('an urgent ticket, when something fails,', () => {
  it('rings nobody twice for one step, wherever a run dies and though two run at once', async () => {
    let died = 0;
    for (const { step, when } of crashes(10)) {
      const { open, run, pass, tickets, telephony, rung, history } = dutyHotline();
      const number = await open();
      pass(1);
      const crash = crashAt(step, when);
      const dying = { store: crash.watch(tickets), dueIndex: crash.watch(tickets), telephony: crash.watch(telephony) };
      await Promise.allSettled([run(dying), run(), run({ dueIndex: { due: async () => [number, number] } })]);
      died += Number(crash.happened);
      for (let minute = 0; minute < 40; minute += 1) {
        await Promise.allSettled([run(), run()]);
        pass(1);
      }
      // A call that the provider took, while its answer was lost, is the one that rings once more.
      const lostAnswer = crash.happened && when === 'after' && (await history(number)).includes('duty-put-off');
      const [twice, once] = [rung().slice(lostAnswer ? 1 : 0), new Set(rung())];
      expect(twice).toHaveLength(new Set(twice).size);
      expect([...once].every((to) => LADDER.includes(to))).toBe(true);
      // Who died after it had claimed a step cost that step alone.
      expect(once.size).toBeGreaterThanOrEqual(LADDER.length - 1);
      expect((await history(number)).filter((line) => line === 'duty-unanswered')).toHaveLength(1);
    }
    expect(died).toBeGreaterThan(6);
  });

  it('skips a number that the provider refuses at once, and the run fails, which rings', async () => {
    const { open, run, pass, telephony, rung, history } = dutyHotline();
    const number = await open();
    pass(1);
    const ring: typeof telephony.ring = async (to, call) => {
      if (to === WATER) throw NO_SUCH_NUMBER;
      return telephony.ring(to, call);
    };
    await expect(run({ telephony: { ...telephony, ring } })).rejects.toThrow('1 steps of duty reached nobody; 1 telephones');
    expect(rung()).toEqual([WATER_BOSS]);
    expect(await history(number)).toEqual([
      'duty-rung 1 供水抢修值班员',
      'duty-refused 1 供水抢修值班员',
      'duty-rung 2 供水值班领导',
    ]);
    expect(await run()).toBe(0);
  });

  it('loses no step while the provider takes no call, which is asked ever again', async () => {
    const { open, run, pass, telephony, rung, history } = dutyHotline();
    const [first, second] = [await open(), await open()];
    telephony.fail(DOWN);
    let failed = 0;
    for (let minute = 0; minute < 30; minute += 1) {
      pass(1);
      await run().catch((error: Error) => {
        failed += 1;
        expect(error.message).toMatch(/[1-4] steps of duty reached nobody; 0 telephones were rung/);
      });
    }
    const putOff = async (number: string) => (await history(number)).filter((line) => line === 'duty-put-off').length;
    // No ticket keeps the other from its turn.
    const [ofFirst, ofSecond] = [await putOff(first), await putOff(second)];
    expect([ofFirst > 15, ofSecond > 15, failed > 15]).toEqual([true, true, true]);
    telephony.fail(undefined);
    for (let minute = 0; minute < 30; minute += 1) {
      pass(1);
      await run().catch(() => 'all were rung');
      if (minute === 1) expect(rung()).toHaveLength(2);
    }
    expect(rung().toSorted()).toEqual([...LADDER, ...LADDER].toSorted());
  });

  it.each([
    ['that the number may not be called', new RequestRefused('the phone provider answered 400, its code 21215'), 1],
    ['each time that it is down', DOWN, 4],
  ])('goes on to the next one though the provider says of one number alone %s', async (_, error, expected) => {
    const { open, run, pass, telephony, rung } = dutyHotline();
    const ring: Telephony['ring'] = async (to, call) => {
      if (to === WATER) throw error;
      return telephony.ring(to, call);
    };
    await open();
    await open({}, 'labour');
    let bossAt = 0;
    for (let minute = 1; minute <= 15; minute += 1) {
      pass(1);
      const before = rung().length;
      await run({ telephony: { ...telephony, ring } }).catch(() => 'rings an alarm');
      const fresh = rung().slice(before);
      // Other departments wait for nobody.
      if (minute === 1) expect(fresh).toContain(DISTRICT);
      if (fresh.includes(WATER_BOSS)) bossAt = minute;
    }
    expect(rung().filter((to) => to === WATER)).toEqual([]);
    expect(rung().toSorted()).toEqual([WATER_BOSS, DISTRICT, DISTRICT_BOSS, DISTRICT, DISTRICT_BOSS].toSorted());
    expect(bossAt).toBe(expected);
  });

  it('rings at most once more though the provider takes each call and never says so in time', async () => {
    const { open, run, pass, telephony, rung, history } = dutyHotline();
    const number = await open();
    const ring: Telephony['ring'] = async (to, call) => {
      await telephony.ring(to, call);
      throw new DOMException('The operation was aborted due to timeout', 'TimeoutError');
    };
    for (let minute = 0; minute < 60; minute += 1) {
      pass(1);
      await run({ telephony: { ...telephony, ring } }).catch(() => 'rings an alarm');
    }
    expect(rung()).toEqual(LADDER.flatMap((to) => [to, to]));
    expect((await history(number)).at(-1)).toBe('duty-unanswered');
  });

  it('that was put off keeps its step for the one who may have been rung, though others have duty by then', async () => {
    // 08:24 of a Sunday: the head of the waterworks has duty until 08:30.
    const { open, run, pass, telephony, rung, history, pickUp } = dutyHotline({ at: '2026-11-29T00:24:00.000Z' });
    const number = await open();
    pass(0.5);
    await run();
    const ring: Telephony['ring'] = async (to, call) => {
      await telephony.ring(to, call);
      throw new DOMException('The operation was aborted due to timeout', 'TimeoutError');
    };
    pass(5);
    await expect(run({ telephony: { ...telephony, ring } })).rejects.toThrow();
    pass(1);
    await run();
    expect(rung()).toEqual([WATER, WATER_BOSS, DISTRICT]);
    const [, taken] = await pickUp(1, keys('1'));
    expect(taken?.said).toContain('已记录由您接办');
    expect((await history(number)).filter((line) => !line.startsWith('duty-put-off'))).toEqual([
      'duty-rung 1 供水抢修值班员',
      'duty-rung 2 供水值班领导',
      'duty-rung 3 区总值班室',
      'duty-taken 2 供水值班领导',
    ]);
  });

  it('leaves to the next run what one run has no time for', async () => {
    const { open, run, pass, telephony, rung } = dutyHotline();
    for (let place = 0; place < 8; place += 1) await open();
    pass(1);
    // Each call takes half a minute.
    const ring: Telephony['ring'] = async (to, call) => {
      pass(0.5);
      return telephony.ring(to, call);
    };
    await expect(run({ telephony: { ...telephony, ring } })).rejects.toThrow('4 tickets of duty were not reached; 4 telephones');
    expect(await run()).toBe(4);
    expect(rung()).toHaveLength(8);
  });

  it('is rung for though the calls of before can not be read, or whose ticket it is', async () => {
    const { open, run, pass, tickets, rung, lines } = dutyHotline();
    await open({ channel: 'phone', contact: { phone: telephone('+8613900000033') } });
    pass(1);
    const broken = async (): Promise<never> => {
      throw new Error('the row does not parse');
    };
    const overrides = { dutyRings: { of: broken, replace: broken }, store: { ...tickets, contact: broken } };
    expect([await run(overrides), rung()]).toEqual([1, [WATER]]);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'error', outcome: 'rung', error: { name: 'Error' } });
  });

  it('that fails stops no other, and the run ends in an error', async () => {
    const { open, run, pass, tickets, rung } = dutyHotline();
    const first = await open();
    await open();
    pass(1);
    const get = async (number: string) => {
      if (number === first) throw new Error('the row can not be read');
      return tickets.get(number);
    };
    await expect(run({ store: { ...tickets, get } })).rejects.toThrow('1 steps of duty reached nobody; 1 telephones');
    expect(rung()).toEqual([WATER]);
  });

  it('has its call though the text message does not go out', async () => {
    const { open, run, pass, telephony, rung, lines } = dutyHotline();
    await open();
    pass(1);
    const text = async (): Promise<never> => {
      throw DOWN;
    };
    expect(await run({ telephony: { ...telephony, text } })).toBe(1);
    expect(rung()).toEqual([WATER]);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'error', outcome: 'rung', error: { message: DOWN.message } });
  });
});
