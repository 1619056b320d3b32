import { describe, expect, it } from 'vitest';
import { DISTRICT, DISTRICT_BOSS, dutyHotline, WATER, WATER_BOSS } from './duty-hotline.ts';
import { keys, linzi, silence } from './telephone-line.ts';

const LADDER = [WATER, WATER_BOSS, DISTRICT, DISTRICT_BOSS];

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
    expect(late?.said).toContain('承办单位已经签收这件事');
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

  it('that a department returned rings the district, not the department once more', async () => {
    const { open, does, asWater, run, pass, rung } = dutyHotline();
    const number = await open();
    pass(1);
    await does(number, { action: 'return', reason: '不是我们的' }, asWater);
    await run();
    expect(rung()).toEqual([DISTRICT]);
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
});
