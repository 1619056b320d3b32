import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayRemind } from '#domain/district/limits.ts';
import { plusMinutes } from '#domain/instant.ts';
import type { Command } from '#domain/tickets/commands.ts';
import type { Intake } from '#domain/tickets/open-ticket.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import type { Role } from '#domain/tickets/ticket-words.ts';
import { MONDAY_AT_TEN } from '#test/unit/domain/new-ticket.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';
import { crashAt, crashes } from './crash.ts';
import { ALL, hotline, local, MUCH_LATER } from './swept-tickets.ts';

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
