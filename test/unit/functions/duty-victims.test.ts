import { describe, expect, it } from 'vitest';
import { minutesBetween } from '#domain/instant.ts';
import { ProviderAway } from '#ports/telephony.ts';
import { telephone } from '#test/unit/domain/telephones.ts';
import { DISTRICT, dutyHotline, WATER } from './duty-hotline.ts';
import { keys } from './telephone-line.ts';

const LI = { reporterKey: 'user:li' };
const FORGED = { channel: 'phone', contact: { phone: telephone('+8613900000033') } } as const;

/** A hotline, minute by minute. */
const byMinute = () => {
  const hotline = dutyHotline();
  const outcomes = (ticket: string): string[] =>
    hotline.lines.map((line) => JSON.parse(line)).flatMap((line) => (line.ticket === ticket ? [line.outcome] : []));
  /** Lets minutes pass; gives in which of them a telephone rang, and which. */
  const wait = async (minutes: number): Promise<[number, string][]> => {
    const calls: [number, string][] = [];
    for (let minute = 1; minute <= minutes; minute += 1) {
      hotline.pass(1);
      const before = hotline.rung().length;
      await hotline.run().catch(() => 'rings an alarm');
      calls.push(
        ...hotline
          .rung()
          .slice(before)
          .map((to): [number, string] => [minute, to]),
      );
    }
    return calls;
  };
  return { ...hotline, wait, outcomes };
};

describe('more urgent tickets of one account than a run would look at', () => {
  it('delay nobody else, are told in few calls, and end', async () => {
    const { open, wait, history, rung, tickets } = byMinute();
    for (let place = 0; place < 2100; place += 1) await open(LI);
    const victim = await open({ reporterKey: 'user:victim' });
    await wait(1);
    expect(await history(victim)).toEqual(['duty-rung 1 供水抢修值班员']);
    await wait(24);
    // Four telephones, for two reporters.
    expect(rung()).toHaveLength(8);
    for (const { duty } of tickets.allTickets()) expect(duty).toMatchObject({ unanswered: true });
  });

  it('delay nobody else while the provider takes no call, either', async () => {
    const { open, run, pass, telephony, history } = byMinute();
    for (let place = 0; place < 60; place += 1) await open(LI);
    pass(1);
    const ring: typeof telephony.ring = async () => {
      pass(0.25);
      throw new ProviderAway('the phone provider answered 503');
    };
    await expect(run({ telephony: { ...telephony, ring } })).rejects.toThrow(/tickets of duty were not reached/);
    const victim = await open({ reporterKey: 'user:victim' });
    pass(1);
    await expect(run({ telephony: { ...telephony, ring } })).rejects.toThrow(/tickets of duty were not reached/);
    expect(await history(victim)).toContain('duty-put-off');
  });

  it('are taken by who takes the first one, also those that no call can list', async () => {
    const { open, wait, pickUp, rung, tickets, telephony } = byMinute();
    for (let place = 0; place < 120; place += 1) await open(LI);
    await wait(1);
    expect(telephony.texts[0]?.words).toContain('另有119件');
    const [asked] = await pickUp(0, keys('1'));
    expect(asked?.said).toContain('另有119件');
    await wait(30);
    expect(rung()).toEqual([WATER]);
    for (const { duty } of tickets.allTickets()) expect(duty).toMatchObject({ takenBy: '供水抢修值班员' });
  });

  it('are held where they would ring too often, which moves them behind others and is written', async () => {
    const { open, wait, pickUp, history, outcomes, tickets } = byMinute();
    await open(LI);
    await wait(1);
    await pickUp(0, keys('1'));
    const held = await open(LI);
    await wait(1);
    expect([await history(held), outcomes(held)]).toEqual([['duty-held'], ['held']]);
    expect(await tickets.due('duty', (await tickets.get(held))?.openedAt ?? '', 9)).toEqual([]);
    await wait(5);
    expect(await history(held)).toEqual(['duty-held', 'duty-rung 1 供水抢修值班员']);
  });
});

describe('somebody whose calling number others use', () => {
  it('is rung for within five minutes, by the telephone that was rung for that number the longest ago', async () => {
    const { open, wait, history, outcomes } = byMinute();
    for (let place = 0; place < 18; place += 1) {
      await open({ ...FORGED, matter: `着火了${place}` });
      await wait(2);
    }
    const real = await open({ ...FORGED, matter: '孩子掉水里了快来人' });
    await wait(6);
    expect((await history(real)).some((line) => line.startsWith('duty-rung'))).toBe(true);
    expect(outcomes(real)).toContain('held');
  });

  it.each([
    ['water', 4],
    ['labour', 2],
  ])(
    'is told of within five minutes, however many others file in that name, and rings no telephone without end: %s',
    async (department, telephones) => {
      const { open, wait, tickets, rung } = byMinute();
      for (let minute = 0; minute < 90; minute += 1) {
        for (let place = 0; place < 2; place += 1) await open(FORGED, department);
        await wait(1);
      }
      await wait(5);
      const waited = tickets.allTickets().map(({ openedAt, duty }) => minutesBetween(openedAt, duty?.steps[0]?.at ?? '9999'));
      expect(Math.max(...waited)).toBeLessThanOrEqual(5);
      // In an hour and a half, of all telephones together, which take turns.
      const most = Math.max(...[...new Set(rung())].map((phone) => rung().filter((to) => to === phone).length));
      expect([new Set(rung()).size, most <= 12]).toEqual([telephones, true]);
    },
  );

  it('is rung for at the next telephone, when the first one may not ring for that number', async () => {
    const { open, wait, pickUp, rung, history } = byMinute();
    // Each is taken, so that the first telephone alone has rung, and must wait ever longer.
    for (let place = 0; place < 2; place += 1) {
      await open(FORGED, 'labour');
      while (rung().length === place) await wait(1);
      await pickUp(place, keys('1'));
    }
    expect(rung()).toEqual([DISTRICT, DISTRICT]);
    const real = await open(FORGED, 'labour');
    await wait(6);
    expect(await history(real)).toEqual(['duty-held', 'duty-rung 1 区带班领导']);
  });
});

it('a call that a clock wrote into the future keeps nobody from being rung', async () => {
  const { open, run, pass, wait, rung } = byMinute();
  await open(LI);
  pass(60 * 24);
  await run();
  pass(-60 * 24);
  await open(LI);
  expect([await wait(1), rung()]).toEqual([[[1, WATER]], [WATER, WATER]]);
});

it('a ticket that was moved and told ever again still rings, and its row stays small', async () => {
  const { open, wait, does, pickUp, rung, tickets, history } = byMinute();
  const number = await open(LI, 'heating');
  for (let move = 0; move < 12; move += 1) {
    const department = move % 2 === 0 ? 'power' : 'heating';
    await does(number, { action: 'reassign', department, rule: 'by-hand' }, { role: 'supervisor' });
    const before = rung().length;
    await wait(61);
    expect(rung().length - before).toBe(3);
  }
  expect((await tickets.get(number))?.duty?.steps.length).toBeLessThanOrEqual(30);
  await does(number, { action: 'reassign', department: 'power', rule: 'by-hand' }, { role: 'supervisor' });
  await wait(1);
  const last = (await history(number)).at(-1);
  // The steps keep their numbers: a call of before takes nothing, and the last one takes it.
  expect(last).toBe('duty-rung 37 配电抢修值班员');
  await pickUp(0, keys('1'));
  expect((await tickets.get(number))?.duty?.takenBy).toBeUndefined();
  await pickUp(rung().length - 1, keys('1'));
  expect((await tickets.get(number))?.duty).toMatchObject({ takenBy: '配电抢修值班员', takenIn: 37 });
});
