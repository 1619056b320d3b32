import { describe, expect, it } from 'vitest';
import { MOST_ADDITIONS } from '#domain/tickets/ticket.ts';
import { DESK, DISTRICT, dutyHotline, WATER } from './duty-hotline.ts';
import { keys } from './telephone-line.ts';

const CALM = { reporterKey: 'user:li', matter: '路灯坏了三盏', place: '齐园小区' };
const LI = { role: 'resident', id: 'li' } as const;
const DANGER = { action: 'add', text: '现在电线杆着火了，有人被困' } as const;

/** A hotline with a ticket that its department has resolved. */
const resolved = async (intake = {}) => {
  const hotline = dutyHotline();
  const { open, does, asWater, pass } = hotline;
  const number = await open({ ...CALM, ...intake });
  await does(number, { action: 'accept' }, asWater);
  pass(1);
  await does(number, { action: 'resolve', outcome: '已修好' }, asWater);
  pass(1);
  return { ...hotline, number, ticket: async () => (await hotline.tickets.get(number)) ?? expect.fail('no ticket') };
};

describe('danger that is told after a ticket was resolved', () => {
  it('rings who is on duty, and opens the ticket for nobody', async () => {
    const { does, run, pass, rung, pickUp, number, ticket, history } = await resolved();
    await does(number, DANGER, LI);
    const before = await ticket();
    expect(before).toMatchObject({ state: 'resolved', urgent: true, danger: { outcome: 'danger' } });
    pass(1);
    expect(await run()).toBe(1);
    expect(rung()).toEqual([WATER]);
    const [asked, taken] = await pickUp(0, keys('1'));
    expect([asked?.said, taken?.said]).toEqual([expect.stringContaining('地点'), expect.stringContaining('已记录由您接办')]);
    expect((await history(number)).at(-1)).toBe('duty-taken 1 供水抢修值班员');
    expect((await ticket()).state).toBe('resolved');
    pass(30);
    expect(await run()).toBe(0);
  });

  it('rings although the ticket was urgent before, and once more for what is told after that was taken', async () => {
    const { does, run, pass, rung, pickUp, number } = await resolved({ urgent: true, matter: '楼下配电箱泡在水里冒火花' });
    pass(10);
    expect(await run()).toBe(0);
    await does(number, DANGER, LI);
    pass(1);
    await run();
    await does(number, { ...DANGER, text: '着火了，快来人' }, LI);
    pass(1);
    expect([await run(), rung()]).toEqual([0, [WATER]]);
    await pickUp(0, keys('1'));
    await does(number, { ...DANGER, text: '又着火了，有人被困在楼上' }, LI);
    pass(1);
    await run();
    pass(10);
    await run();
    expect(rung()).toEqual([WATER, WATER]);
  });

  it('rings the district where no department had it', async () => {
    const { open, does, run, pass, rung } = dutyHotline();
    const number = await open({ ...CALM, answer: '已答复' }, null);
    await does(number, DANGER, LI);
    pass(1);
    await run();
    expect(rung()).toEqual([DISTRICT]);
  });

  it('rings the desk at night when it is a doubt', async () => {
    const { does, run, rung, number, ticket } = await resolved();
    await does(number, { action: 'add', text: '家里好像有煤气味' }, LI);
    expect(await ticket()).toMatchObject({ urgent: false, danger: { outcome: 'doubt' } });
    await run();
    expect(rung()).toEqual([DESK]);
  });

  it('stops when its reporter rates it', async () => {
    const { does, run, pass, rung, number } = await resolved();
    await does(number, DANGER, LI);
    await does(number, { action: 'rate', rating: { solved: true, stars: 5 } }, LI);
    pass(1);
    expect([await run(), rung()]).toEqual([0, []]);
  });

  it('nothing rings for a ticket that is resolved while its ladder is climbed', async () => {
    const { open, does, asWater, run, pass, rung } = dutyHotline();
    const number = await open(CALM);
    await does(number, { action: 'accept' }, asWater);
    pass(1);
    await does(number, { action: 'correct', urgent: true, reason: '急' }, { role: 'agent' });
    pass(1);
    await run();
    await does(number, { action: 'resolve', outcome: '已修好' }, asWater);
    pass(10);
    expect([await run(), rung()]).toEqual([0, [WATER]]);
  });
});

describe('danger that is told in words that were said before', () => {
  it('rings anew after the ticket was resolved, a day later', async () => {
    const { does, run, pass, rung, pickUp, number } = await resolved();
    await does(number, DANGER, LI);
    pass(1);
    await run();
    await pickUp(0, keys('1'));
    pass(24 * 60);
    await does(number, DANGER, LI);
    pass(1);
    await run();
    expect(rung()).toHaveLength(2);
  });

  it('is believed again after it was corrected, also at once', async () => {
    const { open, does, tickets } = dutyHotline();
    const number = await open(CALM);
    await does(number, DANGER, LI);
    await does(number, { action: 'correct', danger: 'none', reason: '误报' }, { role: 'agent' });
    await does(number, DANGER, LI);
    expect(await tickets.get(number)).toMatchObject({ urgent: true, danger: { outcome: 'danger' } });
  });

  it('is added once when it is sent twice', async () => {
    const { open, does, pass, tickets } = dutyHotline();
    const number = await open(CALM);
    for (const text of [DANGER.text, DANGER.text, '还有烟', '还有烟', '没有烟了', '还有烟']) {
      await does(number, { action: 'add', text }, LI);
      pass(1);
    }
    const texts = (await tickets.get(number))?.additions.map(({ text }) => text);
    expect(texts).toEqual([DANGER.text, '还有烟', '没有烟了', '还有烟']);
  });

  it('is taken though nothing else fits any more, and other words are refused', async () => {
    const { open, does, tickets } = dutyHotline();
    const number = await open(CALM);
    for (let n = 0; n < MOST_ADDITIONS; n += 1) await does(number, { action: 'add', text: `谢谢${n}` }, LI);
    await expect(does(number, { action: 'add', text: '谢谢' }, LI)).rejects.toThrow(/no more fits[^0-9]*$/);
    await does(number, DANGER, LI);
    expect(await tickets.get(number)).toMatchObject({ urgent: true, danger: { outcome: 'danger' } });
    await expect(does(number, { action: 'add', text: '着火了，快来人' }, LI)).rejects.toThrow(/119/);
  });
});
