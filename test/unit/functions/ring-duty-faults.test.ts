import { describe, expect, it } from 'vitest';
import { NumberRefused } from '#ports/telephony.ts';
import { crashAt, crashes } from './crash.ts';
import { DISTRICT, DISTRICT_BOSS, dutyHotline, WATER, WATER_BOSS } from './duty-hotline.ts';

const LADDER = [WATER, WATER_BOSS, DISTRICT, DISTRICT_BOSS];
const DOWN = new Error('the phone provider answered 503, its code 20503');
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

  it('loses no step while the provider takes no call, which is asked once a run', async () => {
    const { open, run, pass, telephony, rung, history } = dutyHotline();
    const [first, second] = [await open(), await open()];
    telephony.fail(DOWN);
    for (let minute = 0; minute < 30; minute += 1) {
      pass(1);
      await expect(run()).rejects.toThrow('1 steps of duty reached nobody; 0 telephones were rung');
    }
    const putOff = async (number: string) => (await history(number)).filter((line) => line === 'duty-put-off').length;
    // No ticket keeps the other from its turn.
    const [ofFirst, ofSecond] = [await putOff(first), await putOff(second)];
    expect([ofFirst + ofSecond, ofFirst > 5, ofSecond > 5]).toEqual([30, true, true]);
    telephony.fail(undefined);
    pass(1);
    expect(await run()).toBe(2);
    expect(rung()).toEqual([WATER, WATER]);
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
