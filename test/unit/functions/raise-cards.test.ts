import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayRemind } from '#domain/district/limits.ts';
import { plusMinutes } from '#domain/instant.ts';
import type { Command } from '#domain/tickets/commands.ts';
import type { Intake } from '#domain/tickets/open-ticket.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import type { Role } from '#domain/tickets/ticket-words.ts';
import { createHandler } from '#functions/raise-cards/handler.ts';
import type { DueIndex, TicketStore } from '#ports/ticket-store.ts';
import { lineOf } from '#runtime/log.ts';
import { memoryTickets } from '#test/adapters/memory/tickets.ts';
import { changed, MONDAY_AT_TEN, opening } from '#test/unit/domain/new-ticket.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';
import { crashAt, crashes } from './crash.ts';

const local = (text: string): string => new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString();
/** Long after everything was due, on a Tuesday morning. */
const MUCH_LATER = local('2026-12-15 09:00');

const hotline = () => {
  const table = memoryTickets();
  const lines: string[] = [];
  const open = async (intake: Partial<Intake> = {}, random = 4821, at = MONDAY_AT_TEN): Promise<Ticket> => {
    const change = opening(intake, { random, at });
    await table.open(change, { scope: 'test', key: String(random), digest: 'd' });
    return change.ticket;
  };
  const does = async (number: string, command: Command, role: Role, at: string): Promise<void> => {
    await table.commit(changed((await table.get(number)) as Ticket, command, role, at));
  };
  const sweep = (
    at: string,
    { store = table, dueIndex = table }: { store?: Pick<TicketStore, 'get' | 'commit'>; dueIndex?: DueIndex } = {},
  ) =>
    createHandler({ store, dueIndex, district: smallDistrict, now: () => at, log: (...line) => lines.push(lineOf(...line)) })();
  const cards = async (number: string): Promise<string[]> => {
    const events = await table.events(number);
    const told = events.flatMap((event) => (event.type === 'carded' ? [`${event.mark.limit} ${event.mark.colour}`] : []));
    const held = (await table.get(number))?.cards.map(({ limit, colour }) => `${limit} ${colour}`);
    expect(held).toEqual(told);
    return told;
  };
  return { table, lines, open, does, sweep, cards };
};
const ALL = ['accept red', 'handle yellow', 'handle red', 'handle escalation'];

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

describe('a ticket that can not be given its cards', () => {
  /** Tickets of one shard: the two digits before the check digit are alike. */
  const inOneShard = (n: number): number => n * 100 + 1;

  it('stops no other, not even a whole shard of them, and the run ends in an error', async () => {
    const { table, lines, open, sweep, cards } = hotline();
    const poisoned = new Set<string>();
    for (let n = 0; n < 60; n += 1) poisoned.add((await open({}, inOneShard(n), local('2026-11-20 09:00'))).number);
    const good = [await open({}, inOneShard(100)), await open({}, inOneShard(101)), await open({}, 1002)];
    const store = {
      commit: table.commit,
      get: async (number: string) => {
        if (poisoned.has(number)) throw new Error('the row does not parse');
        return table.get(number);
      },
    };
    await expect(sweep(MUCH_LATER, { store })).rejects.toThrow('60 tickets could not be given their cards; 12 cards were given');
    for (const { number } of good) expect(await cards(number)).toEqual(ALL);
    const failed = lines.map((line) => JSON.parse(line)).filter(({ message }) => message === 'card failed');
    expect(failed).toHaveLength(60);
    expect(new Set(failed.map(({ ticket }) => ticket))).toEqual(poisoned);
    await expect(sweep(MUCH_LATER, { store })).rejects.toThrow('60 tickets could not be given their cards; 0 cards');
  });

  it('keeps the urgent ones from nobody, nor the ordinary ones', async () => {
    const { table, open, sweep, cards } = hotline();
    const [urgent, ordinary] = [await open({ urgent: true }, 1), await open({}, 2)];
    const bad = await open({ urgent: true }, 3);
    const store = {
      commit: table.commit,
      get: async (number: string) => (number === bad.number ? undefined : table.get(number)),
    };
    await expect(sweep(MUCH_LATER, { store })).rejects.toThrow('1 tickets');
    expect(await cards(urgent.number)).toHaveLength(3);
    expect(await cards(ordinary.number)).toEqual(ALL);
  });

  it('keeps the cards that it got before it failed', async () => {
    const { table, open, sweep, cards } = hotline();
    const { number } = await open();
    await expect(sweep(MUCH_LATER, { store: crashAt(3, 'before').watch(table), dueIndex: table })).rejects.toThrow(
      '1 cards were given',
    );
    expect(await cards(number)).toEqual(ALL.slice(0, 1));
    expect(await sweep(MUCH_LATER)).toBe(3);
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

it.each(crashes(14))('ends the same after a crash $when step $step', async ({ step, when }) => {
  const { table, open, sweep, cards } = hotline();
  const { number } = await open();
  const urgent = await open({ urgent: true }, 2);
  const crash = crashAt(step, when);
  const [store, dueIndex] = [crash.watch(table), crash.watch(table)];
  await sweep(MUCH_LATER, { store, dueIndex }).then(
    () => expect(crash.happened).toBe(false),
    () => expect(crash.happened).toBe(true),
  );
  await sweep(MUCH_LATER);
  expect(await cards(number)).toEqual(ALL);
  expect(await cards(urgent.number)).toEqual(['accept red', 'handle red', 'handle escalation']);
  expect(await sweep(MUCH_LATER)).toBe(0);
});

it('whatever happens between the runs, no card comes twice, early, out of order or at night', async () => {
  const moment = fc.integer({ min: 0, max: 30 * 24 * 60 }).map((minutes) => plusMinutes(MONDAY_AT_TEN, minutes));
  const happening = fc.record({
    at: moment,
    what: fc.constantFrom('sweep', 'two sweeps', 'crash', 'route', 'accept', 'return', 'resolve'),
    step: fc.nat(8),
  });
  const begins = fc.record({
    urgent: fc.boolean(),
    kind: fc.constantFrom<Intake['kind']>('help', 'complaint', 'inquiry', 'service'),
  });
  await fc.assert(
    fc.asyncProperty(begins, fc.array(happening, { maxLength: 25, size: 'max' }), async (intake, happenings) => {
      const { table, open, does, sweep, cards } = hotline();
      const { number } = await open(intake);
      const act = (command: Command, role: Role, at: string) => does(number, command, role, at).catch(() => undefined);
      for (const { at, what, step } of happenings.sort((one, other) => (one.at < other.at ? -1 : 1))) {
        if (what === 'sweep') await sweep(at);
        if (what === 'two sweeps') await Promise.all([sweep(at), sweep(at)]);
        if (what === 'crash')
          await sweep(at, { store: crashAt(step, step % 2 ? 'before' : 'after').watch(table) }).catch(() => undefined);
        if (what === 'route') await act({ action: 'dispatch', department: 'waterworks', rule: 'water' }, 'system', at);
        if (what === 'accept') await act({ action: 'accept' }, 'department', at);
        if (what === 'return') await act({ action: 'return', reason: 'Not ours' }, 'department', at);
        if (what === 'resolve') await act({ action: 'resolve', outcome: 'Mended' }, 'department', at);
      }
      const given = await cards(number);
      expect(new Set(given).size).toBe(given.length);
      for (const event of await table.events(number)) {
        if (event.type !== 'carded') continue;
        expect(event.at >= event.mark.at).toBe(true);
        expect(intake.urgent || mayRemind(smallDistrict, event.at)).toBe(true);
      }
      const ticket = (await table.get(number)) as Ticket;
      const order = ticket.schedule.marks.map(({ limit, colour }) => `${limit} ${colour}`);
      expect(given).toEqual(order.filter((card) => given.includes(card)));
      if (ticket.resolvedAt === undefined) {
        await sweep(MUCH_LATER).catch(() => undefined);
        const wanted =
          ticket.acceptedAt === undefined ? order : order.filter((card) => card !== 'accept red' || given.includes(card));
        expect([...(await cards(number))].sort()).toEqual([...wanted].sort());
      }
    }),
    { numRuns: 300 },
  );
});
