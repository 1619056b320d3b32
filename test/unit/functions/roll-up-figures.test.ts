import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Counts } from '#domain/figures/cell.ts';
import type { CellChange, KeptCell } from '#domain/figures/changes.ts';
import { CountedTicket, contributionsIn } from '#domain/figures/contributions.ts';
import { timesOf } from '#domain/figures/rates.ts';
import { fiveMinutesOf } from '#domain/figures/spans.ts';
import { offsetMinutes, plusMinutes } from '#domain/instant.ts';
import { createHandler } from '#functions/roll-up-figures/handler.ts';
import type { FiguresSource } from '#ports/figures.ts';
import { scheduledFunction } from '#runtime/schedule.ts';
import { type MemoryFigures, memoryFigures } from '#test/adapters/memory/figures-store.ts';
import { changed, MONDAY_AT_TEN, opening } from '#test/unit/domain/new-ticket.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';
import { naiveRecount } from './naive-recount.ts';
import { BEGINNING, type EndedCall, endedCalls, lives, sourceAt, ticketsOf, type Written } from './random-lives.ts';

const contributionsOf = contributionsIn(smallDistrict);
const offset = offsetMinutes(smallDistrict.utcOffset);

/** Is told the name of a method before it is called, and after. */
interface Watch {
  before?: (name: string) => Promise<void>;
  after?: (name: string) => Promise<void>;
}

/** Wraps every method: `before` and `after` are told its name. */
const watched = <T extends object>(thing: T, { before, after }: Watch): T =>
  Object.fromEntries(
    Object.entries(thing).map(([name, method]) => [
      name,
      async (...args: unknown[]) => {
        await before?.(name);
        const answer = await method(...args);
        await after?.(name);
        return answer;
      },
    ]),
  ) as T;

interface Run {
  source: FiguresSource;
  figures: MemoryFigures;
  at: string;
  watch?: Watch;
}
const run = ({ source, figures, at, watch = {} }: Run): Promise<number> =>
  createHandler({
    source: watched(source, watch),
    figures: watched(figures, watch),
    contributionsOf,
    offset,
    now: () => at,
    log: () => {},
  })();

/** Holds all that is kept against a count of all tickets and calls one by one. */
const expectRight = (figures: MemoryFigures, written: readonly Written[], calls: readonly EndedCall[] = []): void => {
  const outcomes = calls.map(({ outcome }) => outcome);
  const naive = naiveRecount(ticketsOf(written), outcomes, smallDistrict);
  const kept = new Map(
    figures.allCells().map(({ place, cell }) => [`${place.level} ${place.start} ${place.by} ${place.value}`, cell]),
  );
  const counts = [...kept].map(([key, cell]) => [
    key,
    Object.fromEntries(Object.entries(cell.counts).filter(([, count]) => count !== 0)),
  ]);
  expect(Object.fromEntries(counts)).toEqual(Object.fromEntries([...naive].map(([key, one]) => [key, one.counts])));
  for (const [key, { times }] of naive) {
    const shown = timesOf(kept.get(key)?.times ?? expect.fail(key));
    for (const what of ['accept', 'resolve'] as const) {
      for (const how of ['working', 'wallClock'] as const) {
        const right = times[what][how].sort((a, b) => a - b)[Math.ceil(times[what][how].length / 2) - 1];
        const found = shown[what][how].p50;
        if (right === undefined) expect(found).toBeNull();
        else expect(Math.abs((found ?? Number.NaN) - right)).toBeLessThanOrEqual(right * 0.05 + 0.02);
      }
    }
  }
};

const add = (sums: Map<string, number>, name: string, more: number): unknown => sums.set(name, (sums.get(name) ?? 0) + more);

const shown = (...changes: Written['change'][]): Written[] =>
  changes.map((change) => ({ change, eventShows: change.event.recordedAt, ticketShows: change.event.recordedAt }));

describe('whatever happens, the figures are those of a recount', () => {
  const turn = fc.record({
    gap: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 4000 })),
    how: fc.constantFrom('once', 'twice', 'crash'),
    crashAt: fc.nat(60),
    halfDone: fc.boolean(),
    seed: fc.nat(),
  });

  it('lives in any order, runs that overlap, come twice at once or die between any two steps', async () => {
    await fc.assert(
      fc.asyncProperty(lives, endedCalls, fc.array(turn, { maxLength: 12 }), async (written, calls, turns) => {
        const figures = memoryFigures();
        let now = BEGINNING;
        const source = sourceAt(written, () => now, calls);
        await run({ source, figures, at: now });
        for (const { gap, how, crashAt, halfDone, seed } of turns) {
          now = plusMinutes(now, gap);
          let chance = seed + 1;
          const dawdle = async (): Promise<void> => {
            chance = (chance * 48_271) % 2_147_483_647;
            for (let n = chance % 9; n > 0; n -= 1) await Promise.resolve();
          };
          let left = crashAt;
          const die = async (): Promise<void> => {
            left -= 1;
            if (left < 0) throw new Error('died');
          };
          const one = (watch: Watch = {}) => run({ source, figures, at: now, watch });
          if (how === 'once') await one();
          if (how === 'twice') await Promise.all([one({ before: dawdle }), one({ before: dawdle })]);
          if (how === 'crash')
            await one(halfDone ? { after: die, before: async () => (left < 0 ? die() : undefined) } : { before: die }).catch(
              () => {},
            );
        }
        const recorded = [
          ...written.map(({ change }) => change.event.recordedAt),
          ...calls.map(({ outcome }) => outcome.recordedAt),
        ];
        const last = recorded.sort().at(-1) ?? now;
        now = plusMinutes(last > now ? last : now, 30);
        await run({ source, figures, at: now });
        expectRight(figures, written, calls);
        // Nothing is left to do.
        const before = figures.allCells();
        await run({ source, figures, at: now });
        expect(figures.allCells()).toEqual(before);
        expect(await run({ source, figures, at: plusMinutes(now, 30) })).toBe(0);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('at every moment the levels add up, also between any two writes', async () => {
    await fc.assert(
      fc.asyncProperty(lives, endedCalls, fc.nat(80), async (written, calls, crashAt) => {
        const figures = memoryFigures();
        const source = sourceAt(written, () => '2027-06-01T00:00:00.000Z', calls);
        let left = crashAt;
        const die = async (name: string): Promise<void> => {
          if (name === 'replace' && left-- <= 0) throw new Error('died');
        };
        await figures.advance(undefined, { settled: BEGINNING, asOf: BEGINNING });
        await run({ source, figures, at: plusMinutes(BEGINNING, 7000), watch: { before: die } }).catch(() => {});
        const [kept, sums] = [new Map<string, number>(), new Map<string, number>()];
        for (const { place, cell } of figures.allCells()) {
          const name = (start: string): string => `${start} ${place.by} ${place.value}`;
          for (const what of ['received', 'calls', 'connected'] as const) {
            const count = cell.counts[what];
            if (place.level !== 'five-minutes') kept.set(`${what} ${name(place.start)}`, count);
            else for (const n of [13, 10, 7, 4]) add(sums, `${what} ${name(place.start.slice(0, n))}`, count);
          }
        }
        expect(kept).toEqual(sums);
      }),
      { numRuns: 30 },
    );
  }, 120_000);
});

describe('one run', () => {
  const opened = opening({ area: 'lake-1' });
  const dispatched = changed(opened.ticket, { action: 'dispatch', department: 'waterworks', rule: 'water' }, 'system');

  it('counts a ticket whose call was taken in long before it was recorded in the five minutes of the call', async () => {
    const late = { ...opened, event: { ...opened.event, recordedAt: '2026-11-23T05:00:00.000Z' } };
    const written = shown(late);
    const figures = memoryFigures();
    const source = sourceAt(written, () => '2026-11-23T06:00:00.000Z');
    await run({ source, figures, at: '2026-11-23T04:00:00.000Z' });
    expect(figures.allCells()).toEqual([]);
    expect(await run({ source, figures, at: '2026-11-23T05:01:00.000Z' })).toBe(1);
    expectRight(figures, written);
    expect(figures.allCells().filter(({ place }) => place.start === '2026-11-23T10:00')).toHaveLength(9);
  });

  const rung = (minutes: number, connected: boolean, more: Partial<EndedCall['outcome']> = {}): EndedCall => {
    const startedAt = plusMinutes(MONDAY_AT_TEN, minutes);
    const outcome = { id: `twilio:CA${minutes}`, startedAt, recordedAt: plusMinutes(startedAt, 3), connected, ...more };
    return { outcome, recordingShows: outcome.recordedAt, outcomeShows: outcome.recordedAt };
  };

  it('counts calls of which no ticket came, in the five minutes in which they came in', async () => {
    const lost = rung(1, false);
    const foundOutLate = rung(4, false, { recordedAt: plusMinutes(MONDAY_AT_TEN, 190) });
    const calls = [rung(0, true), lost, foundOutLate];
    const figures = memoryFigures();
    let now = plusMinutes(MONDAY_AT_TEN, 10);
    const source = sourceAt([], () => now, calls);
    expect(await run({ source, figures, at: now })).toBe(1);
    expectRight(figures, [], calls.slice(0, 2));
    now = plusMinutes(MONDAY_AT_TEN, 195);
    expect(await run({ source, figures, at: now })).toBe(1);
    expectRight(figures, [], calls);
    expect(figures.allCells()).toHaveLength(2 * 5);
  });

  it('adds calls to cells that were written before calls were counted, and only where there were some', async () => {
    const other = opening({}, { random: 7, at: plusMinutes(MONDAY_AT_TEN, 65) });
    const written = shown(opened, other);
    const figures = memoryFigures();
    let now = plusMinutes(MONDAY_AT_TEN, 70);
    const calls: EndedCall[] = [];
    const source = sourceAt(written, () => now, calls);
    await figures.advance(undefined, { settled: BEGINNING, asOf: BEGINNING });
    await figures.advance(await figures.progress(), { settled: MONDAY_AT_TEN, asOf: MONDAY_AT_TEN });
    await run({ source, figures, at: now });
    const older = ({ place, cell, seen }: KeptCell): CellChange => {
      const { calls: _, connected: __, ...counts } = cell.counts;
      return { place, seen, cell: { ...cell, counts: counts as Counts } };
    };
    await figures.replace(figures.allCells().map(older));
    const before = figures.allCells();
    expect(before[0]?.seen).not.toContain('calls');

    now = plusMinutes(now, 1);
    expect(await run({ source, figures, at: now })).toBe(0);
    expect(figures.allCells()).toEqual(before);
    calls.push(rung(66, true, { recordedAt: now }), rung(67, false, { recordedAt: now }));
    expect(await run({ source, figures, at: now })).toBe(1);
    expectRight(figures, written, calls);
    const untouched = ({ place }: KeptCell) => place.start.startsWith('2026-11-23T10');
    expect(figures.allCells().filter(untouched)).toEqual(before.filter(untouched));
  });

  it('leaves nothing of a kind and a category that were corrected', async () => {
    const command = { action: 'dispatch', department: 'centre', rule: 'by-hand', kind: 'dispute', category: 'noise' } as const;
    const corrected = changed(opened.ticket, command, 'agent', '2026-11-23T02:30:00.000Z');
    const written = shown(opened, corrected);
    const figures = memoryFigures();
    let now = plusMinutes(MONDAY_AT_TEN, 1);
    const source = sourceAt(written, () => now);
    await run({ source, figures, at: now });
    const values = () => new Set(figures.allCells().map(({ place }) => place.value));
    expect([values().has('help'), values().has('water'), values().has('dispute')]).toEqual([true, true, false]);
    now = plusMinutes(now, 30);
    await run({ source, figures, at: now });
    expect([values().has('help'), values().has('water'), values().has('dispute')]).toEqual([false, false, true]);
    expectRight(figures, written);
  });

  it('that read before another one wrote does not undo what that one counted', async () => {
    const written = shown(opened);
    const figures = memoryFigures();
    const at = plusMinutes(MONDAY_AT_TEN, 1);
    const source = sourceAt(written, () => at);
    let goOn = (): void => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let reads = 0;
    const slow = run({
      source,
      figures,
      at,
      watch: {
        after: async (name: string) => {
          if (name === 'openedIn' && reads++ === 0) await held;
        },
      },
    });
    while (reads === 0) await Promise.resolve();
    written.push(...shown({ ...dispatched, event: { ...dispatched.event, recordedAt: opened.event.recordedAt } }));
    await run({ source, figures, at });
    expectRight(figures, written);
    goOn();
    await slow;
    expectRight(figures, written);
  });

  it('that meets another one at the same day tries again, though that one counted other tickets', async () => {
    const [mine, theirs] = [shown(opened), shown(opening({}, { random: 7, at: plusMinutes(MONDAY_AT_TEN, -65) }))];
    const figures = memoryFigures();
    const at = plusMinutes(MONDAY_AT_TEN, 1);
    let replaced = 0;
    const watch = {
      before: async (name: string) => {
        if (name === 'replace' && replaced++ === 0) await run({ source: sourceAt(theirs, () => at), figures, at });
      },
    };
    await run({ source: sourceAt(mine, () => at), figures, at, watch });
    expectRight(figures, [...mine, ...theirs]);
  });

  it('counts five minutes once, however much happened to their tickets', async () => {
    const later = { ...dispatched, event: { ...dispatched.event, recordedAt: plusMinutes(MONDAY_AT_TEN, 6) } };
    const at = plusMinutes(MONDAY_AT_TEN, 7);
    let read = 0;
    const watch = {
      before: async (name: string) => {
        if (name === 'openedIn') read += 1;
      },
    };
    await run({ source: sourceAt(shown(opened, later), () => at), figures: memoryFigures(), at, watch });
    expect(read).toBe(1);
  });

  it('after an outage goes as far as it can, and the next ones to the end, skipping nothing', async () => {
    const figures = memoryFigures();
    const written = Array.from({ length: 40 }, (_, n) =>
      shown(opening({}, { random: n, at: plusMinutes(MONDAY_AT_TEN, n * 37) })),
    ).flat();
    const source = sourceAt(written, () => '2027-01-01T00:00:00.000Z');
    await figures.advance(undefined, { settled: MONDAY_AT_TEN, asOf: MONDAY_AT_TEN });
    let time = plusMinutes(MONDAY_AT_TEN, 3000);
    const handler = createHandler({
      source,
      figures,
      contributionsOf,
      offset,
      log: () => {},
      // Whatever it does takes three seconds.
      now: () => {
        time = plusMinutes(time, 0.05);
        return time;
      },
    });
    const done: number[] = [];
    let asOf = '';
    while (asOf < plusMinutes(MONDAY_AT_TEN, 3000)) {
      done.push(await handler());
      const progress = await figures.progress();
      expect((progress?.asOf ?? '') > asOf).toBe(true);
      asOf = progress?.asOf ?? '';
    }
    expect(done.length).toBeGreaterThan(10);
    expect(done.reduce((sum, count) => sum + count)).toBe(40);
    expectRight(figures, written);
  });

  it('that fails at one hour does the others, ends in an error, and comes back to that hour', async () => {
    const other = opening({}, { random: 7, at: plusMinutes(MONDAY_AT_TEN, 65) });
    const written = shown(opened, other);
    const figures = memoryFigures();
    const at = plusMinutes(MONDAY_AT_TEN, 200);
    const source = sourceAt(written, () => at);
    await figures.advance(undefined, { settled: BEGINNING, asOf: BEGINNING });
    await figures.advance(await figures.progress(), { settled: MONDAY_AT_TEN, asOf: MONDAY_AT_TEN });
    const broken: FiguresSource = {
      ...source,
      openedIn: async (opening) => {
        if (opening === fiveMinutesOf(MONDAY_AT_TEN)) throw new Error('a row does not parse');
        return source.openedIn(opening);
      },
    };
    await expect(run({ source: broken, figures, at })).rejects.toThrow('1 hours could not');
    expect(figures.allCells().some(({ place }) => place.start === '2026-11-23T11')).toBe(true);
    expect((await figures.progress())?.settled).toBe(MONDAY_AT_TEN);
    await run({ source, figures, at });
    expectRight(figures, written);
    expect((await figures.progress())?.asOf).toBe(at);
  });

  it('ends in an error, and changes nothing, where somebody took an hour out of the figures', async () => {
    const figures = memoryFigures();
    const written = shown(opened);
    const at = plusMinutes(MONDAY_AT_TEN, 1);
    const source = sourceAt(written, () => at);
    await run({ source, figures, at });
    const hours = figures.allCells().filter(({ place }) => place.level === 'hour');
    await figures.replace(hours.map(({ place, seen }) => ({ place, seen, cell: undefined })));
    const before = figures.allCells();
    written.push(...shown({ ...dispatched, ticket: { ...dispatched.ticket, kind: 'dispute' } }));
    await expect(run({ source, figures, at })).rejects.toThrow('1 hours could not');
    const kept = new Map(figures.allCells().map(({ place, seen }) => [JSON.stringify(place), seen]));
    expect(before.filter(({ place, seen }) => kept.get(JSON.stringify(place)) !== seen)).toEqual([]);
  });

  it('does not move the progress that somebody else moved', async () => {
    const figures = memoryFigures();
    const at = plusMinutes(MONDAY_AT_TEN, 30);
    await figures.advance(undefined, { settled: MONDAY_AT_TEN, asOf: MONDAY_AT_TEN });
    const back = { settled: BEGINNING, asOf: BEGINNING };
    const both = shown(opened, opening({}, { random: 7, at: plusMinutes(MONDAY_AT_TEN, 11) }));
    const source = sourceAt(both, () => at);
    let moved = false;
    const watch = {
      before: async (name: string) => {
        if (name !== 'advance' || moved) return;
        moved = true;
        await figures.advance(await figures.progress(), back);
      },
    };
    await run({ source, figures, at, watch });
    expect(await figures.progress()).toEqual(back);
    expectRight(figures, both);
  });

  it.each([10, 10_000])(
    'asks its stores as often for one new event when there are %i tickets',
    async (many) => {
      const figures = memoryFigures();
      const old = Array.from({ length: many }, (_, n) => opening({}, { random: n, at: plusMinutes(MONDAY_AT_TEN, n * 0.7) }));
      const byLeaf = Map.groupBy(old, ({ ticket }) => fiveMinutesOf(ticket.openedAt));
      const source: FiguresSource = {
        openingsRecordedIn: async (at) => (byLeaf.has(at) ? [at] : []),
        openedIn: async (at) => {
          const tickets = (byLeaf.get(at) ?? []).map(({ ticket }) => CountedTicket.parse(ticket));
          return { tickets, calls: tickets.map(({ openedAt }) => ({ openedAt, connected: true })) };
        },
      };
      const end = plusMinutes(MONDAY_AT_TEN, many * 0.7 + 60);
      await figures.advance(undefined, { settled: MONDAY_AT_TEN, asOf: MONDAY_AT_TEN });
      expect(await run({ source, figures, at: end })).toBe(byLeaf.size);
      await run({ source, figures, at: plusMinutes(end, 1) });

      const at = plusMinutes(end, 2);
      byLeaf.set(fiveMinutesOf(end), [opening({}, { random: 1, at: end })]);
      const asked: Record<string, number> = {};
      const watch = {
        before: async (name: string) => {
          asked[name] = (asked[name] ?? 0) + 1;
        },
      };
      expect(await run({ source, figures, at, watch })).toBe(1);
      expect(asked).toEqual({ progress: 1, openingsRecordedIn: 3, openedIn: 1, within: 1, at: 1, replace: 8, advance: 1 });
    },
    60_000,
  );
});

describe('events/roll-up-figures', () => {
  const files = readdirSync('events/roll-up-figures');
  it.each(files)('%s', async (file) => {
    const event = JSON.parse(readFileSync(`events/roll-up-figures/${file}`, 'utf8'));
    const needs = { source: sourceAt([], () => BEGINNING), figures: memoryFigures(), contributionsOf, offset };
    const lines: string[] = [];
    const handler = scheduledFunction('roll-up-figures', createHandler({ ...needs, now: () => BEGINNING, log: () => {} }), {
      log: (level) => lines.push(level),
    });
    if (file.startsWith('ok-')) expect(await handler(event)).toEqual({ count: 0 });
    else await expect(handler(event)).rejects.toThrow();
    expect(lines).toEqual([file.startsWith('ok-') ? 'info' : 'error']);
  });
});
