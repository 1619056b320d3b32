import { describe, expect, it } from 'vitest';
import { staffTicketView } from '#contracts/http/ticket-view.ts';
import { minutesBetween } from '#domain/instant.ts';
import { readTelephone } from '#domain/telephone/read-telephone.ts';
import { readerAs } from '#test/unit/domain/readers.ts';
import { telephone } from '#test/unit/domain/telephones.ts';
import { DISTRICT, DISTRICT_BOSS, dutyHotline, WATER, WATER_BOSS } from './duty-hotline.ts';
import { keys, linzi } from './telephone-line.ts';

const LADDER = [WATER, WATER_BOSS, DISTRICT, DISTRICT_BOSS];
const LI = { reporterKey: 'user:li' };

/** A hotline in which each call is noted with the minute in which it was made. */
const flooded = () => {
  const hotline = dutyHotline();
  const calls: { to: string; minute: number }[] = [];
  let minute = 0;
  const tick = async (): Promise<string[]> => {
    hotline.pass(1);
    minute += 1;
    const before = hotline.rung().length;
    await hotline.run().catch((error: Error) => expect(error.message).toContain('reached nobody'));
    const fresh = hotline.rung().slice(before);
    calls.push(...fresh.map((to) => ({ to, minute })));
    return fresh;
  };
  /** The most calls that a telephone got in any hour. */
  const mostInAnHour = (phone: string): number => {
    const minutes = calls.filter(({ to }) => to === phone).map((call) => call.minute);
    return Math.max(0, ...minutes.map((from) => minutes.filter((one) => one >= from && one < from + 60).length));
  };
  return { ...hotline, calls, tick, mostInAnHour };
};

describe('somebody who files urgent tickets without end', () => {
  it('by one account rings each telephone few times an hour, and delays nobody else', async () => {
    const { open, tick, mostInAnHour, tickets, history } = flooded();
    const rungFor = new Map<string, string[]>();
    const others: string[] = [];
    for (let minute = 0; minute < 120; minute += 1) {
      await open(LI);
      if (minute % 30 === 10) others.push(await open({ reporterKey: `user:${minute}` }));
      const fresh = await tick();
      if (minute % 30 === 10) rungFor.set(others.at(-1) ?? '', fresh);
    }
    for (const phone of LADDER) {
      expect(mostInAnHour(phone)).toBeGreaterThan(1);
      expect(mostInAnHour(phone)).toBeLessThanOrEqual(5 + 2);
    }
    for (const other of others) expect(rungFor.get(other)).toContain(WATER);
    for (const other of others.slice(0, 3)) expect((await history(other)).at(-1)).toBe('duty-unanswered');
    // All are kept, urgent, and were told to somebody within the hour.
    const all = tickets.allTickets();
    expect([all.length, all.every(({ urgent }) => urgent)]).toEqual([124, true]);
    for (const { duty, openedAt } of all.slice(0, 80)) {
      expect(minutesBetween(openedAt, duty?.steps[0]?.at ?? '')).toBeLessThan(45);
    }
  });

  it('by many accounts is told in calls that each tell of several', async () => {
    const { open, tick, mostInAnHour, pickUp, rung, tickets } = flooded();
    for (let minute = 0; minute < 60; minute += 1) {
      for (let one = 0; one < 3; one += 1) await open({ reporterKey: `user:${minute}-${one}` });
      await tick();
    }
    for (const phone of LADDER) expect(mostInAnHour(phone)).toBeLessThanOrEqual(12 + 12);
    // Nobody waits longer than the time between two steps.
    for (const { duty, openedAt } of tickets.allTickets().slice(0, 160)) {
      expect(minutesBetween(openedAt, duty?.steps[0]?.at ?? '')).toBeLessThanOrEqual(6);
    }
    const [asked] = await pickUp(rung().lastIndexOf(WATER));
    expect(asked?.said).toMatch(/另有1\d件急事也在等人处置/);
  });
});

describe('several urgent tickets of one calling number', () => {
  const PHONES = ['13900000033', '+8613900000033', '008613900000033'].map((one) => readTelephone(one, linzi.telephone));

  it('are told in one call, and taken together', async () => {
    const { open, tick, pickUp, rung, telephony, tickets, history } = flooded();
    const numbers: string[] = [];
    for (const phone of PHONES)
      numbers.push(await open({ channel: 'phone', contact: { phone: phone ?? expect.fail('no telephone') } }));
    expect(await tick()).toEqual([WATER]);
    expect(telephony.texts).toEqual([{ to: WATER, words: expect.stringContaining('另有2件也在等') }]);
    const [asked, taken] = await pickUp(0, keys('1'));
    expect(asked?.said).toContain('另有2件急事也在等人处置，请登录系统查看，按1一并由您接办。');
    expect(taken?.said).toContain('已记录由您接办');
    for (let minute = 0; minute < 60; minute += 1) await tick();
    expect(rung()).toEqual([WATER]);
    for (const number of numbers) {
      expect(await history(number)).toEqual(['duty-rung 1 供水抢修值班员', 'duty-taken 1 供水抢修值班员']);
      const ticket = (await tickets.get(number)) ?? expect.fail('no ticket');
      expect(ticket.duty).toMatchObject({ takenBy: '供水抢修值班员' });
      // A department is told of no ticket but its own, and an agent of none whose reporter may be confidential.
      const others = numbers.filter((one) => one !== number);
      expect(JSON.stringify(staffTicketView(ticket, readerAs('agent', linzi)))).not.toMatch(others.join('|'));
      expect(JSON.stringify(staffTicketView(ticket, readerAs('department', linzi)))).not.toMatch(others.join('|'));
    }
  });

  it('and a later one rings again when the time between two steps has passed, though the first was taken', async () => {
    const { open, tick, pickUp, rung } = flooded();
    await open({ channel: 'phone', contact: { phone: telephone('+8613900000033') } });
    await tick();
    await pickUp(0, keys('1'));
    await open({ channel: 'phone', contact: { phone: telephone('+8613900000033') } });
    for (let minute = 2; minute <= 5; minute += 1) expect(await tick()).toEqual([]);
    expect(await tick()).toEqual([WATER]);
    // Whose number is withheld is nobody's repeat.
    await open({ channel: 'phone' });
    expect(await tick()).toEqual([WATER]);
    expect(rung()).toHaveLength(3);
  });

  it('do not keep each other from being rung again when the provider says nothing', async () => {
    const { open, run, pass, telephony, rung } = flooded();
    for (let place = 0; place < 3; place += 1) await open(LI);
    const ring: typeof telephony.ring = async (to, call) => {
      if (to === WATER) throw new Error('it may have rung');
      return telephony.ring(to, call);
    };
    pass(1);
    await run({ telephony: { ...telephony, ring } }).catch(() => 'rings an alarm');
    pass(1);
    expect(await run()).toBe(1);
    expect(rung()).toEqual([WATER]);
  });
});
