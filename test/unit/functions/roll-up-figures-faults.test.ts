import { describe, expect, it } from 'vitest';
import type { Cell } from '#domain/figures/cell.ts';
import { fiveMinutesOf } from '#domain/figures/spans.ts';
import { plusMinutes } from '#domain/instant.ts';
import { createHandler } from '#functions/roll-up-figures/handler.ts';
import type { FiguresSource } from '#ports/figures.ts';
import { memoryFigures } from '#test/adapters/memory/figures-store.ts';
import { changed, MONDAY_AT_TEN, opening } from '#test/unit/domain/new-ticket.ts';
import { contributionsOf, expectRight, offset, run, shown } from './counted-runs.ts';
import { BEGINNING, sourceAt } from './random-lives.ts';

describe('one run', () => {
  const opened = opening({ area: 'lake-1' });
  const dispatched = changed(opened.ticket, { action: 'dispatch', department: 'waterworks', rule: 'water' }, 'system');

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

  it('that finds what newer code counts beside the rest leaves it as it is, and all still adds up', async () => {
    const at = plusMinutes(MONDAY_AT_TEN, 1);
    const figures = memoryFigures();
    const [first, second] = [shown(opened), shown(opening({ area: 'lake-1' }, { random: 7 }))];
    await run({ source: sourceAt(first, () => at), figures, at });
    const newer = (cell: Cell): Cell => ({ ...cell, counts: { ...cell.counts, merged: 3 } });
    await figures.replace(figures.allCells().map(({ place, seen, cell }) => ({ place, seen, cell: newer(cell) })));
    await run({ source: sourceAt([...first, ...second], () => at), figures, at });
    const received = figures.allCells().filter(({ cell }) => cell.counts.received === 2);
    expect(received.length).toBeGreaterThan(4);
    for (const { cell } of received) expect(cell.counts.merged).toBe(3);
  });

  it('holds the progress for a row that can not be read, and counts it once it can', async () => {
    const at = plusMinutes(MONDAY_AT_TEN, 1);
    const figures = memoryFigures();
    const [good, bad] = [shown(opened), shown(opening({ area: 'lake-1' }, { random: 7, at: plusMinutes(MONDAY_AT_TEN, -60) }))];
    const source = sourceAt([...good, ...bad], () => at);
    const spoiled: FiguresSource = {
      ...source,
      openedIn: async (...asked) => {
        const { tickets, ...others } = await source.openedIn(...asked);
        const readable = tickets.filter(({ openedAt }) => openedAt !== bad[0]?.change.ticket.openedAt);
        return { ...others, tickets: readable, unreadable: tickets.length - readable.length };
      },
    };
    await expect(run({ source: spoiled, figures, at })).rejects.toThrow("1 rows can't be read");
    expectRight(figures, good);
    expect(await figures.progress()).toBeUndefined();
    await run({ source, figures, at });
    expectRight(figures, [...good, ...bad]);
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
});
