import { describe, expect, it } from 'vitest';
import { type Cell, cellOf, merge } from '#domain/figures/cell.ts';
import type { CellChange, KeptCell, Place } from '#domain/figures/changes.ts';
import { histogramOf } from '#domain/figures/histogram.ts';
import type { FiguresStore } from '#ports/figures.ts';

const hourOf = (start: string, value = 'north', by: Place['by'] = 'area'): Place => ({ level: 'hour', start, by, value });
const cell = (received: number, minutes = 90): Cell => {
  const spent = { working: histogramOf(minutes), wallClock: histogramOf(minutes * 3) };
  return merge(cellOf({ received }), { ...cellOf({}), times: { accept: spent, resolve: spent } });
};
const put = (place: Place, kept: Cell | undefined, seen?: KeptCell): CellChange => ({ place, cell: kept, seen: seen?.seen });
const told = (cells: readonly KeptCell[]): string[] =>
  cells.map(({ place, cell: { counts } }) => `${place.start} ${place.by} ${place.value}: ${counts.received}`);

/** What every FiguresStore does; `make` gives an empty one. */
export const figuresStoreSuite = (name: string, make: () => Promise<FiguresStore>): void => {
  const [eight, nine] = [hourOf('2026-11-23T08'), hourOf('2026-11-23T09')];

  describe(`${name} keeps figures`, () => {
    it('as they were written, and nothing where nothing was', async () => {
      const store = await make();
      expect(await store.replace([put(eight, cell(2)), put(nine, cell(3, 12_345))])).toBe('replaced');
      const [none, atNine, atEight] = await store.at([hourOf('2026-11-23T10'), nine, eight]);
      expect(none).toBeUndefined();
      expect(atNine).toMatchObject({ place: nine, cell: cell(3, 12_345) });
      expect(atEight).toMatchObject({ place: eight, cell: cell(2) });
      expect(await store.at([])).toEqual([]);
    });

    it('replaces and removes what was seen', async () => {
      const store = await make();
      await store.replace([put(eight, cell(2)), put(nine, cell(3))]);
      const [atEight, atNine] = await store.at([eight, nine]);
      expect(await store.replace([put(eight, cell(4), atEight), put(nine, undefined, atNine)])).toBe('replaced');
      expect(told(await store.within('hour', '2026-11-23'))).toEqual(['2026-11-23T08 area north: 4']);
    });

    it.each([
      ['is not there any more', undefined, true],
      ['has changed', cell(5), true],
      ['was not there before', cell(5), false],
    ])('writes nothing when one of the cells %s', async (_, now, wasThere) => {
      const store = await make();
      if (wasThere) await store.replace([put(nine, cell(3))]);
      const [seen] = await store.at([nine]);
      await store.replace([put(nine, now, seen)]);
      const before = await store.within('hour', '2026-11-23');
      expect(await store.replace([put(eight, cell(2)), put(nine, cell(9), seen)])).toBe('conflict');
      expect(await store.replace([put(eight, cell(2)), put(nine, undefined, seen)])).toBe('conflict');
      expect(await store.within('hour', '2026-11-23')).toEqual(before);
    });

    it('takes all levels of twelve five minutes at once', async () => {
      const store = await make();
      const about = { by: 'all', value: 'all' } as const;
      const minutes = Array.from({ length: 12 }, (_, n) => `2026-11-23T08:${n < 2 ? `0${n * 5}` : n * 5}`);
      const places: Place[] = [
        ...minutes.map((start) => ({ level: 'five-minutes' as const, start, ...about })),
        { level: 'hour', start: '2026-11-23T08', ...about },
        { level: 'day', start: '2026-11-23', ...about },
        { level: 'month', start: '2026-11', ...about },
        { level: 'year', start: '2026', ...about },
      ];
      expect(await store.replace(places.map((place) => put(place, cell(1))))).toBe('replaced');
      expect((await store.at(places)).map((kept) => kept?.place)).toEqual(places);
      expect(await store.within('five-minutes', '2026-11-23T08')).toHaveLength(12);
      expect(told(await store.within('hour', '2026-11-23'))).toEqual(['2026-11-23T08 all all: 1']);
      expect(told(await store.within('day', '2026-11'))).toEqual(['2026-11-23 all all: 1']);
      expect(told(await store.within('month', '2026'))).toEqual(['2026-11 all all: 1']);
      expect(told(await store.within('year', ''))).toEqual(['2026 all all: 1']);
    });

    it('finds one dimension or one value, from a span to another', async () => {
      const store = await make();
      const places = [
        ...['2026-11-23T07', '2026-11-23T08', '2026-11-23T09', '2026-11-23T10', '2026-11-24T08'].flatMap((start) => [
          hourOf(start, 'north'),
          hourOf(start, 'north-2'),
          hourOf(start, 'south'),
        ]),
        hourOf('2026-11-23T08', 'help', 'kind'),
      ];
      await store.replace(places.map((place) => put(place, cell(1))));
      const find = async (choice: Partial<Parameters<FiguresStore['within']>[2]>) =>
        told(
          await store.within('hour', '2026-11-23', { by: 'area', first: '2026-11-23T08', last: '2026-11-23T09', ...choice }),
        ).sort();
      expect(await find({})).toEqual([
        ...['2026-11-23T08 area north-2: 1', '2026-11-23T08 area north: 1', '2026-11-23T08 area south: 1'],
        ...['2026-11-23T09 area north-2: 1', '2026-11-23T09 area north: 1', '2026-11-23T09 area south: 1'],
      ]);
      expect(await find({ value: 'north' })).toEqual(['2026-11-23T08 area north: 1', '2026-11-23T09 area north: 1']);
      expect(await find({ by: 'kind' })).toEqual(['2026-11-23T08 kind help: 1']);
      expect(await find({ by: 'unit' })).toEqual([]);
    });

    it('reads more than a page and more than a batch', async () => {
      const store = await make();
      // An answer of DynamoDB ends at a megabyte.
      const wide = Array.from({ length: 400 }, (_, n) => cell(1, 1.11 ** n)).reduce(merge);
      const places = Array.from({ length: 130 }, (_, n) => hourOf('2026-11-23T08', `area-${n}`));
      for (const place of places) await store.replace([put(place, wide)]);
      expect(await store.within('hour', '2026-11-23')).toHaveLength(130);
      expect((await store.at(places)).map((kept) => kept?.place)).toEqual(places);
    });
  });

  describe(`${name} keeps how far the figures are`, () => {
    it('and moves it only for whoever saw it', async () => {
      const store = await make();
      const [first, second] = ['2026-11-23T02:00:00.000Z', '2026-11-23T03:00:00.000Z'] as const;
      const [one, two] = [
        { settled: first, asOf: first },
        { settled: first, asOf: second },
      ];
      expect(await store.progress()).toBeUndefined();
      expect(await store.advance(one, two)).toBe('conflict');
      expect(await store.advance(undefined, one)).toBe('advanced');
      expect(await store.advance(undefined, two)).toBe('conflict');
      expect(await store.progress()).toEqual(one);
      expect(await store.advance(one, two)).toBe('advanced');
      expect(await store.advance(one, { settled: second, asOf: second })).toBe('conflict');
      expect(await store.progress()).toEqual(two);
    });
  });
};
