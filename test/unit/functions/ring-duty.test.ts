import { describe, expect, it } from 'vitest';
import { NumberRefused } from '#ports/telephony.ts';
import { crashAt, crashes } from './crash.ts';
import { DESK, DISTRICT, DISTRICT_BOSS, dutyHotline, WATER, WATER_BOSS } from './duty-hotline.ts';
import { keys, linzi, silence } from './telephone-line.ts';

const LADDER = [WATER, WATER_BOSS, DISTRICT, DISTRICT_BOSS];
const DOWN = new Error('the phone provider answered 503, its code 20503');
const NO_SUCH_NUMBER = new NumberRefused('the phone provider answered 400, its code 21211');
const DOUBT = { urgent: false, danger: { outcome: 'doubt' as const, words: ['火'] } };

describe('an urgent ticket at three in the morning', () => {
  it('rings who is on duty within a minute, who presses 1 and has it; nobody else is rung', async () => {
    const { open, run, pass, pickUp, rung, telephony, tickets, history, calls } = dutyHotline();
    const number = await open();
    pass(1);
    expect(await run()).toBe(1);
    expect(rung()).toEqual([WATER]);
    expect(telephony.texts).toEqual([
      { to: WATER, words: expect.stringContaining('齐都镇齐园小区3号楼。楼下配电箱泡在水里冒火花。请接听') },
    ]);
    const [asked, taken] = await pickUp(0, keys('1'));
    expect(asked?.said).toMatch(/地点：齐都镇齐园小区3号楼。事情：楼下配电箱泡在水里冒火花。 接办请按1/);
    expect(asked?.said.replace(/[^零幺二三四五六七八九]/g, '')).toHaveLength(12 + '81890'.length);
    expect(taken?.said).toContain('已记录由您接办');
    expect((await tickets.get(number))?.duty).toMatchObject({ takenBy: '供水抢修值班员' });
    for (let minute = 0; minute < 60; minute += 1) {
      pass(1);
      expect(await run()).toBe(0);
    }
    expect(await history(number)).toEqual(['duty-rung 1 供水抢修值班员', 'duty-taken 1 供水抢修值班员']);
    // It is nobody's inbound call.
    expect(calls.endings()).toEqual([]);
  });

  it('that nobody takes climbs the ladder, a step every five minutes, and rings an alarm once when all were rung', async () => {
    const { open, run, pass, pickUp, rung, tickets, history, lines } = dutyHotline();
    const number = await open();
    const [rungAt, failedAt]: [number[], number[]] = [[], []];
    for (let minute = 1; minute <= 120; minute += 1) {
      pass(1);
      const before = rung().length;
      await run().catch(() => failedAt.push(minute));
      if (rung().length > before) rungAt.push(minute);
      // A machine answers, or somebody who falls asleep again.
      if (rung().length > before) await pickUp(before, silence, silence, silence);
    }
    expect(rung()).toEqual(LADDER);
    expect(rungAt).toEqual([1, 6, 11, 16]);
    expect(failedAt).toEqual([21]);
    expect(await history(number)).toEqual([
      'duty-rung 1 供水抢修值班员',
      'duty-rung 2 供水值班领导',
      'duty-rung 3 区总值班室',
      'duty-rung 4 区带班领导',
      'duty-unanswered',
    ]);
    expect((await tickets.get(number))?.duty).toMatchObject({ unanswered: true });
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ level: 'error', ticket: number, outcome: 'unanswered' });
    expect(lines.join()).not.toMatch(/10000000|100\*|值班/);
  });

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

  it('is taken once, though every webhook comes twice and a second one of duty presses 1 too', async () => {
    const { open, run, pass, telephony, send, pickUp, history } = dutyHotline();
    const number = await open();
    pass(1);
    await run();
    pass(5);
    await run();
    const { to: To = '', answerUrl = '' } = telephony.rung[0] ?? {};
    const about = { To, CallStatus: 'in-progress' };
    const told = await Promise.all([send(answerUrl, 'CA000000001', about), send(answerUrl, 'CA000000001', about)]);
    const action = told[0]?.action ?? '';
    await Promise.all([1, 2, 3].map(() => send(action, 'CA000000001', { ...about, ...keys('1') })));
    expect(await history(number)).toEqual([
      'duty-rung 1 供水抢修值班员',
      'duty-rung 2 供水值班领导',
      'duty-taken 1 供水抢修值班员',
    ]);
    const [late] = await pickUp(1);
    expect(late?.said).toContain('已经有人接办');
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

  it('stops when the department accepts, also while a telephone rings', async () => {
    const { open, run, pass, does, asWater, rung, pickUp, history } = dutyHotline();
    const number = await open();
    pass(1);
    await run();
    await does(number, { action: 'accept' }, asWater);
    pass(30);
    expect(await run()).toBe(0);
    expect(rung()).toEqual([WATER]);
    const [late] = await pickUp(0);
    expect(late?.said).toContain('已经有人接办');
    expect(await history(number)).toEqual(['duty-rung 1 供水抢修值班员']);
  });

  it('rings the district where the department has no number, or none is named yet', async () => {
    const { open, run, pass, rung } = dutyHotline();
    await open({}, 'labour');
    await open({}, null);
    pass(1);
    expect(await run()).toBe(2);
    expect(rung()).toEqual([DISTRICT, DISTRICT]);
  });

  it('rings by day who has duty by day', async () => {
    const { open, run, pass, rung } = dutyHotline({ at: '2026-11-23T02:30:00.000Z' });
    await open();
    for (let minute = 0; minute < 12; minute += 1) {
      pass(1);
      await run();
    }
    expect(rung()).toEqual([WATER, DISTRICT, DISTRICT_BOSS]);
  });

  it('that is confidential is told by number and place alone', async () => {
    const { open, run, pass, pickUp, telephony } = dutyHotline();
    await open({ confidential: true });
    pass(1);
    await run();
    const [asked] = await pickUp(0);
    expect(asked?.said).toContain('齐园小区');
    expect(telephony.texts[0]?.words).toContain('齐园小区');
    expect(JSON.stringify([asked, telephony.texts])).not.toMatch(/配电箱|火花/);
  });

  it('rings nobody, and claims nothing, without an account or without any duty number', async () => {
    const { open, run, pass, tickets } = dutyHotline();
    await open();
    pass(1);
    const before = tickets.allEvents().length;
    expect(await run({ telephony: undefined })).toBe(0);
    expect(tickets.allEvents()).toHaveLength(before);
    const bare = dutyHotline({ district: { ...linzi, duty: { minutesBetweenSteps: 5, departments: {}, district: [] } } });
    await bare.open();
    bare.pass(60);
    expect(await bare.run()).toBe(0);
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

describe('a call to who is on duty', () => {
  it('tells all of it again to who was not ready, or presses 9', async () => {
    const { open, run, pass, pickUp, history } = dutyHotline();
    const number = await open();
    pass(1);
    await run();
    const told = await pickUp(0, silence, keys('9'), keys('5'), keys('1'));
    for (const { said } of told.slice(0, 4)) expect(said).toContain('齐园小区3号楼');
    expect((await history(number)).at(-1)).toBe('duty-taken 1 供水抢修值班员');
  });

  it('to nobody we rang takes nothing', async () => {
    const { open, run, pass, send, history } = dutyHotline();
    const number = await open();
    pass(1);
    await run();
    const { said } = await send(`https://hotline.example/voice/twilio?duty=${number}-7`, 'CA000000002', {
      CallStatus: 'in-progress',
    });
    expect(said).toContain('已经有人接办');
    expect(await history(number)).toEqual(['duty-rung 1 供水抢修值班员']);
  });
});

describe('a doubt', () => {
  it('at night rings the duty number of the desk once, and no alarm', async () => {
    const { open, run, pass, rung, history, pickUp } = dutyHotline();
    const number = await open(DOUBT);
    let count = 0;
    for (let minute = 0; minute < 240; minute += 1) {
      count += await run();
      pass(1);
    }
    expect([count, rung()]).toEqual([1, [DESK]]);
    expect(await history(number)).toEqual(['duty-rung 1 热线值班长', 'duty-unanswered']);
    const [, taken] = await pickUp(0, keys('1'));
    expect(taken?.said).toContain('已记录由您接办');
  });

  it('by day rings nobody: people at the desk see it', async () => {
    const { open, run, pass, rung } = dutyHotline({ at: '2026-11-28T04:00:00.000Z' });
    await open(DOUBT);
    for (let hour = 0; hour < 24; hour += 1) {
      pass(60);
      expect(await run()).toBe(0);
    }
    expect(rung()).toEqual([]);
  });

  it('that comes when the desk is about to close rings when it has closed', async () => {
    const { open, run, pass, rung } = dutyHotline({ at: '2026-11-28T11:58:00.000Z' });
    await open(DOUBT);
    pass(1);
    expect(await run()).toBe(0);
    pass(5);
    expect(await run()).toBe(1);
    expect(rung()).toEqual([DESK]);
  });

  it('that waited for the provider until morning is left to the desk', async () => {
    const { open, run, pass, telephony, rung, history } = dutyHotline();
    const number = await open(DOUBT);
    telephony.fail(DOWN);
    await expect(run()).rejects.toThrow();
    telephony.fail(undefined);
    pass(6 * 60);
    expect(await run()).toBe(0);
    expect(rung()).toEqual([]);
    expect((await history(number)).at(-1)).toBe('duty-unanswered');
  });
});
