import { describe, expect, it } from 'vitest';
import { createHandler as createSweep } from '#functions/raise-cards/handler.ts';
import { ProviderAway } from '#ports/telephony.ts';
import { DESK, dutyHotline } from './duty-hotline.ts';
import { keys } from './telephone-line.ts';

const DOUBT = { urgent: false, danger: { outcome: 'doubt' as const, words: ['火'] } };
const DOWN = new ProviderAway('the phone provider answered 503, its code 20503');

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
    const { open, run, pass, rung, history } = dutyHotline({ at: '2026-11-28T04:00:00.000Z' });
    const number = await open(DOUBT);
    for (let hour = 0; hour < 24; hour += 1) {
      pass(60);
      expect(await run()).toBe(0);
    }
    expect(await history(number)).toEqual([]);
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

  it('whose desk was never rung gets its card all the same, in working time', async () => {
    // A Monday night, 22:00; nothing runs until the next night.
    const { open, needs, tickets } = dutyHotline({ at: '2026-11-23T14:00:00.000Z' });
    await open(DOUBT);
    const sweep = (at: string): Promise<number> =>
      createSweep({ ...needs, dueIndex: tickets, now: () => at, log: () => undefined })();
    expect(await sweep('2026-11-24T14:00:00.000Z')).toBe(0);
    expect(await sweep('2026-11-25T02:00:00.000Z')).toBe(1);
  });
});
