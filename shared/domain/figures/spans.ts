import { type Day, type Instant, plusDays, plusMinutes, type UtcOffset } from '#domain/instant.ts';

/** How long the time is that a cell counts; each level adds up from the one before. */
export type Level = 'five-minutes' | 'hour' | 'day' | 'month' | 'year';

/** A span of the district's calendar, by the beginning of its local time: `2026-11-23T08:05`, `2026-11-23T08`, … `2026`. */
export interface Span {
  level: Level;
  start: string;
}

/** How much of the local time names a span of each level. */
const LETTERS: Record<Level, number> = { 'five-minutes': 16, hour: 13, day: 10, month: 7, year: 4 };
const ABOVE: Record<Level, Level | undefined> = {
  'five-minutes': 'hour',
  hour: 'day',
  day: 'month',
  month: 'year',
  year: undefined,
};

const FIVE_MINUTES = 5 * 60_000;

/** The beginning of the five minutes that an instant falls in. Every zone's offset is a multiple of five minutes. */
export const fiveMinutesOf = (at: Instant): Instant =>
  new Date(Math.floor(Date.parse(at) / FIVE_MINUTES) * FIVE_MINUTES).toISOString();

/** The beginnings of all five minutes from that of `from` to that of `to`. */
export function* fiveMinutesFrom(from: Instant, to: Instant): Generator<Instant> {
  for (let at = fiveMinutesOf(from); at <= to; at = plusMinutes(at, 5)) yield at;
}

/** The span of the district's calendar that begins the five minutes at `at`. */
export const localFiveMinutes = (at: Instant, offset: UtcOffset): Span => ({
  level: 'five-minutes',
  start: plusMinutes(fiveMinutesOf(at), offset).slice(0, LETTERS['five-minutes']),
});

/** Where the span is in the one above it: that one's start, empty for a year, which is in none. */
export const startAbove = ({ level, start }: Span): string => {
  const above = ABOVE[level];
  return above === undefined ? '' : start.slice(0, LETTERS[above]);
};

/** The start of the local hour that an instant falls in. */
export const localHour = (at: Instant, offset: UtcOffset): string => startAbove(localFiveMinutes(at, offset));

/** All spans above one, nearest first: the hour, the day, the month and the year of five minutes. */
export const spansAbove = (span: Span): Span[] => {
  const level = ABOVE[span.level];
  if (level === undefined) return [];
  const above = { level, start: startAbove(span) };
  return [above, ...spansAbove(above)];
};

/** The Monday of a day's week. 1970-01-05 was one. */
export const mondayOf = (day: Day): Day => {
  const days = Math.round(Date.parse(`${day}T00:00:00.000Z`) / 86_400_000);
  return plusDays(day, -((((days - 4) % 7) + 7) % 7));
};
