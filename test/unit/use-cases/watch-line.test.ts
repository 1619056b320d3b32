import { expect, it } from 'vitest';
import { DEAD_LINE } from '#domain/calls/dead-line.ts';
import { cellOf } from '#domain/figures/cell.ts';
import { localFiveMinutes } from '#domain/figures/spans.ts';
import { offsetMinutes, plusMinutes } from '#domain/instant.ts';
import { memoryFigures } from '#test/adapters/memory/figures-store.ts';
import { linzi } from '#test/unit/domain/calls/call-in-linzi.ts';
import { watchLine } from '#use-cases/watch-line.ts';

/** A Thursday in Linzi at noon less a quarter, long after any holiday. */
const NOW = '2026-11-26T03:45:00.000Z';
const WEEK = 7 * 24 * 60;
const offset = offsetMinutes(linzi.utcOffset);

/** What is said at a moment, when so many calls came in the two hours before NOW, this week and in those before. */
const said = async (calls: readonly number[], at = NOW, minutesBefore = 60): Promise<string[]> => {
  const figures = memoryFigures();
  for (const [week, count] of calls.entries()) {
    const span = localFiveMinutes(plusMinutes(NOW, -week * WEEK - minutesBefore), offset);
    const cell = cellOf({ calls: count });
    if (count > 0) await figures.replace([{ place: { ...span, by: 'all', value: 'all' }, seen: undefined, cell }]);
  }
  const lines: string[] = [];
  await watchLine({ figures, district: linzi, now: () => at, log: (_, message) => void lines.push(message) })();
  return lines;
};

it('a line on which nobody rings at a usual hour is dead', async () => {
  expect(await said([0, 30, 25, 40])).toEqual([DEAD_LINE]);
  // One of the weeks may have been a holiday.
  expect(await said([0, 30, 0, 40])).toEqual([DEAD_LINE]);
});

it.each<[string, Promise<string[]>]>([
  ['somebody rings', said([1, 30, 25, 40])],
  ['few ring anyway', said([0, 3, 25, 4])],
  ['the hotline is new', said([0])],
  ['it was looked at a moment ago', said([0, 30, 25, 40], plusMinutes(NOW, 1))],
  ['the desk has opened less than two hours ago', said([0, 30, 25, 40], '2026-11-26T01:30:00.000Z', 180)],
  ['the desk is closed', said([0, 30, 25, 40], '2026-11-26T15:45:00.000Z', -660)],
])('a line is not dead when %s', async (_, lines) => {
  expect(await lines).toEqual([]);
});
