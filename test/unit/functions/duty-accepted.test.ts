import { describe, expect, it } from 'vitest';
import { dutyHotline, WATER } from './duty-hotline.ts';

const CALM = { reporterKey: 'user:li', matter: '路灯坏了三盏', place: '齐园小区' };
const LI = { role: 'resident', id: 'li' } as const;
const DANGER = { action: 'add', text: '现在电线杆着火了，有人被困' } as const;

describe('a department that accepted an ordinary matter, which becomes danger,', () => {
  it('stops the ladder by accepting once more, which leaves the time of its first acceptance', async () => {
    const { open, does, asWater, run, pass, rung, tickets, pickUp } = dutyHotline();
    const number = await open(CALM);
    await does(number, { action: 'accept' }, asWater);
    const first = (await tickets.get(number))?.acceptedAt;
    pass(10);
    await does(number, DANGER, LI);
    pass(1);
    await run();
    expect(rung()).toEqual([WATER]);
    await does(number, { action: 'accept' }, asWater);
    expect(await tickets.get(number)).toMatchObject({ state: 'accepted', acceptedAt: first });
    expect((await tickets.events(number)).map(({ type }) => type)).toEqual([
      ...['opened', 'dispatched', 'accepted', 'added', 'duty-rung', 'accepted'],
    ]);
    for (let minute = 0; minute < 30; minute += 1) {
      pass(1);
      await run();
    }
    expect(rung()).toEqual([WATER]);
    expect((await pickUp(0))[0]?.said).toContain('承办单位已经签收这件事');
    // A third time says nothing new.
    await does(number, { action: 'accept' }, asWater);
    expect(await tickets.events(number)).toHaveLength(6);
  });

  it('is rung for anew when another department gets the ticket', async () => {
    const { open, does, asWater, run, pass, rung } = dutyHotline();
    const number = await open(CALM, 'water');
    await does(number, { action: 'accept' }, asWater);
    pass(1);
    await does(number, DANGER, LI);
    await does(number, { action: 'accept' }, asWater);
    await does(number, { action: 'reassign', department: 'labour', rule: 'by-hand' }, { role: 'supervisor' });
    pass(1);
    expect([await run(), rung().length]).toEqual([1, 1]);
  });
});

it('a telephone that was not rung, since somebody took the ticket meanwhile, is free for the next danger', async () => {
  const { open, does, asWater, run, pass, tickets, rung } = dutyHotline();
  const number = await open({ reporterKey: 'user:li' });
  pass(1);
  let reads = 0;
  const get = async (wanted: string) => {
    reads += 1;
    // The run has seen it, and claimed the telephone.
    if (reads === 3) await does(wanted, { action: 'accept' }, asWater);
    return tickets.get(wanted);
  };
  expect(await run({ store: { ...tickets, get } })).toBe(0);
  expect((await tickets.get(number))?.state).toBe('accepted');
  await open({ reporterKey: 'user:li' });
  pass(1);
  expect([await run(), rung()]).toEqual([1, [WATER]]);
});
