import { describe, expect, it } from 'vitest';
import { plusMinutes } from '#domain/instant.ts';
import { NOT_ACCEPTED } from '#domain/tickets/not-accepted.ts';
import type { DueIndex, TicketStore } from '#ports/ticket-store.ts';
import { MONDAY_AT_TEN } from '#test/unit/domain/new-ticket.ts';
import { ALL, hotline, local, MUCH_LATER } from './swept-tickets.ts';

describe('the sweep', () => {
  it('gives each card when it falls and not a moment before, once, though it runs ten times, two at a time', async () => {
    const { open, sweep, cards } = hotline();
    const { number, schedule } = await open();
    for (const [place, { at }] of schedule.marks.entries()) {
      expect(await sweep(plusMinutes(at, -1))).toBe(0);
      expect(await cards(number)).toEqual(ALL.slice(0, place));
      let given = 0;
      for (let pair = 0; pair < 5; pair += 1) {
        for (const count of await Promise.all([sweep(at), sweep(at)])) given += count;
      }
      expect(given).toBe(1);
      expect(await cards(number)).toEqual(ALL.slice(0, place + 1));
    }
    expect(await sweep(MUCH_LATER)).toBe(0);
  });

  it('gives what an outage left out, each card once and in order', async () => {
    const { table, open, sweep, cards } = hotline();
    const { number, schedule } = await open();
    const other = await open({ kind: 'complaint' }, 2);
    expect(await Promise.all([sweep(MUCH_LATER), sweep(MUCH_LATER)])).toSatisfy(
      ([one, other]: [number, number]) => one + other === 8,
    );
    expect(await cards(number)).toEqual(ALL);
    expect(await cards(other.number)).toEqual(ALL);
    const events = (await table.events(number)).flatMap((event) => (event.type === 'carded' ? [event] : []));
    expect(events.map(({ mark }) => mark)).toEqual(schedule.marks);
    expect(new Set(events.map(({ at }) => at))).toEqual(new Set([MUCH_LATER]));
  });

  it('stamps each card with its own time, though the run is long: lists look back only so far', async () => {
    const { table, open, sweep } = hotline();
    const { number } = await open();
    let minutes = 0;
    const now = (): string => plusMinutes(MUCH_LATER, minutes++);
    expect(await sweep(MUCH_LATER, { now })).toBe(ALL.length);
    const moments = (await table.events(number)).flatMap(({ type, recordedAt }) => (type === 'carded' ? [recordedAt] : []));
    expect(moments).toEqual([...new Set(moments)].sort());
    expect(moments).toHaveLength(ALL.length);
  });

  it('leaves what an outage left out until working time, unless it is urgent', async () => {
    const { open, sweep, cards } = hotline();
    const ordinary = await open({}, 1);
    const urgent = await open({ urgent: true }, 2);
    for (const night of ['2026-12-12 11:00', '2026-12-14 03:00', '2026-12-14 12:30', '2026-12-14 17:30']) {
      await sweep(local(night));
      expect(await cards(ordinary.number)).toEqual([]);
      expect(await cards(urgent.number)).toEqual(['accept red', 'handle red', 'handle escalation']);
    }
    expect(await sweep(local('2026-12-15 08:30'))).toBe(4);
    expect(await cards(ordinary.number)).toEqual(ALL);
  });

  it('says once of a ticket whose time has run out that its department has not accepted it, and of no other', async () => {
    const { open, does, sweep, lines } = hotline();
    const [idle, accepted, atTheDesk, back] = [await open({}, 1), await open({}, 2), await open({}, 3), await open({}, 4)];
    for (const { number } of [idle, accepted, back])
      await does(number, { action: 'dispatch', department: 'waterworks', rule: 'water' }, 'system', MONDAY_AT_TEN);
    await does(accepted.number, { action: 'accept' }, 'department', MONDAY_AT_TEN);
    await does(back.number, { action: 'return', reason: 'Not ours' }, 'department', MONDAY_AT_TEN);
    const said = () => lines.map((line) => JSON.parse(line)).filter(({ message }) => message === NOT_ACCEPTED);
    await sweep(local('2026-11-24 09:00'));
    expect(said()).toEqual([]);
    for (const at of [MUCH_LATER, MUCH_LATER]) await sweep(at);
    expect(said()).toEqual([expect.objectContaining({ level: 'warn', ticket: idle.number, department: 'waterworks' })]);
    expect(atTheDesk.state).toBe('received');
  });

  it('stops with the clock: what was accepted needs no card for it, what was resolved none at all', async () => {
    const { open, does, sweep, cards } = hotline();
    const [accepted, resolved] = [await open({}, 1), await open({}, 2)];
    for (const { number } of [accepted, resolved]) {
      await does(number, { action: 'dispatch', department: 'waterworks', rule: 'water' }, 'system', MONDAY_AT_TEN);
      await does(number, { action: 'accept' }, 'department', MONDAY_AT_TEN);
    }
    await does(resolved.number, { action: 'resolve', outcome: 'Mended' }, 'department', MONDAY_AT_TEN);
    await sweep(MUCH_LATER);
    expect(await cards(accepted.number)).toEqual(ALL.slice(1));
    expect(await cards(resolved.number)).toEqual([]);
  });

  it('believes the ticket and not an index that lags behind', async () => {
    const { table, open, does, sweep, cards } = hotline();
    const { number } = await open();
    await does(number, { action: 'dispatch', department: 'waterworks', rule: 'water' }, 'system', MONDAY_AT_TEN);
    await does(number, { action: 'accept' }, 'department', MONDAY_AT_TEN);
    await does(number, { action: 'resolve', outcome: 'Mended' }, 'department', MONDAY_AT_TEN);
    const lagging: DueIndex = { due: async () => [number] };
    expect(await sweep(MUCH_LATER, { dueIndex: lagging })).toBe(0);
    expect(await sweep(MUCH_LATER, { dueIndex: { due: async () => [number, number] } })).toBe(0);
    expect(await cards(number)).toEqual([]);
    expect(table.allEvents()).toHaveLength(4);
  });

  it('is not held up by an index that still shows what was done', async () => {
    const { table, open, sweep } = hotline();
    for (let n = 0; n < 120; n += 1) await open({}, n);
    const numbers = await table.due('ordinary', MUCH_LATER, 1000);
    const lagging: DueIndex = { due: async (which, _, most) => (which === 'ordinary' ? numbers.slice(0, most) : []) };
    expect(await sweep(MUCH_LATER, { dueIndex: lagging })).toBe(120 * 4);
  });

  it('begins again with a ticket that somebody changed at the same moment', async () => {
    const { table, open, does, sweep, cards } = hotline();
    const { number } = await open();
    let meddled = false;
    const meddling: Pick<TicketStore, 'get' | 'commit'> = {
      get: table.get,
      commit: async (change) => {
        if (!meddled) await does(number, { action: 'add', text: 'Hurry' }, 'resident', MUCH_LATER);
        meddled = true;
        return table.commit(change);
      },
    };
    expect(await sweep(MUCH_LATER, { store: meddling })).toBe(4);
    expect(await cards(number)).toEqual(ALL);
  });
});

describe('more than one run can do', () => {
  it('is bounded, and goes on in the next minute without losing or doubling any', async () => {
    const { table, open, sweep } = hotline();
    for (let n = 0; n < 1100; n += 1) await open({ kind: 'service' }, n);
    const runs: number[] = [];
    let reads = 0;
    const store = {
      commit: table.commit,
      get: (number: string) => {
        reads += 1;
        return table.get(number);
      },
    };
    for (let minute = 0; minute < 4; minute += 1) {
      reads = 0;
      runs.push(await sweep(plusMinutes(MUCH_LATER, minute), { store }));
      expect(reads).toBeLessThanOrEqual(1000 * 4);
    }
    expect(runs[0]).toBe(1000 * 3);
    expect(runs.reduce((sum, count) => sum + count, 0)).toBe(1100 * 3);
    expect(runs.slice(2)).toEqual([0, 0]);
    expect(table.allTickets().every(({ cards }) => cards.length === 3)).toBe(true);
  });
});
