import * as z from 'zod';
import { Refusal } from '#domain/errors.ts';
import { type Day, plusDays } from '#domain/instant.ts';
import { type Cell, emptyCell, merge } from './cell.ts';
import type { KeptCell } from './changes.ts';
import { type Level, mondayOf } from './spans.ts';

/** The periods that can be asked for, all of the district's own calendar. Weeks begin on Monday. */
export const Period = z.enum(['hour', 'day', 'week', 'month', 'year']);
export type Period = z.infer<typeof Period>;

/** How many days one answer may reach over. */
const MOST_DAYS: Record<Period, number> = { hour: 31, day: 366, week: 366, month: 3660, year: 36_600 };
/** How many figures one answer may hold. */
export const MOST_ROWS = 1000;

/** Where to look: cells of a level that begin from `first` to `last`, in each of these spans above it. */
export interface Reading {
  level: Level;
  above: string[];
  first: string;
  last: string;
}

const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;

/** All days, months or years that the days from `first` to `last` touch. */
const touched = (first: Day, last: Day, letters: number): string[] => {
  const found = new Set<string>();
  for (let day = first; day <= last; day = plusDays(day, 1)) found.add(day.slice(0, letters));
  return [...found];
};

/**
 * Says where the figures of whole periods are that the days from `from` to `to` touch. Throws Refusal `period-invalid`,
 * which says the limit.
 */
export const readingOf = ({ period, from, to }: { period: Period; from: Day; to: Day }): Reading => {
  if (from > to) throw new Refusal('period-invalid', `The period ends before it begins: from is ${from}, to is ${to}.`);
  if (daysBetween(from, to) > MOST_DAYS[period]) {
    const limit = `Figures by ${period} are shown for at most ${MOST_DAYS[period]} days at once`;
    throw new Refusal('period-invalid', `${limit}: bring from and to closer together, or ask for a longer period.`);
  }
  const [monday, sunday] = [mondayOf(from), plusDays(mondayOf(to), 6)];
  switch (period) {
    case 'hour':
      return { level: 'hour', above: touched(from, to, 10), first: `${from}T00`, last: `${to}T23` };
    case 'day':
      return { level: 'day', above: touched(from, to, 7), first: from, last: to };
    case 'week':
      return { level: 'day', above: touched(monday, sunday, 7), first: monday, last: sunday };
    case 'month':
      return { level: 'month', above: touched(from, to, 4), first: from.slice(0, 7), last: to.slice(0, 7) };
    case 'year':
      return { level: 'year', above: [''], first: from.slice(0, 4), last: to.slice(0, 4) };
  }
};

/** The figures of one value in one period. */
export interface PeriodCell {
  start: string;
  value: string;
  cell: Cell;
}

/** Puts what was read into its periods (weeks are made of days), ordered by time and value. Throws Refusal `period-invalid`. */
export const inPeriods = (period: Period, kept: readonly KeptCell[]): PeriodCell[] => {
  const cells = new Map<string, PeriodCell>();
  for (const { place, cell } of kept) {
    const start = period === 'week' ? mondayOf(place.start) : place.start;
    const name = `${start}#${place.value}`;
    cells.set(name, { start, value: place.value, cell: merge(cells.get(name)?.cell ?? emptyCell, cell) });
  }
  if (cells.size > MOST_ROWS) {
    const limit = `These are ${cells.size} figures, and at most ${MOST_ROWS} are shown at once`;
    throw new Refusal('period-invalid', `${limit}: bring from and to closer together, ask for a longer period, or name a value.`);
  }
  return [...cells].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, cell]) => cell);
};
