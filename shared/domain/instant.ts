import * as z from 'zod';

/** A moment as ISO-8601 in UTC with milliseconds (`2026-11-23T08:05:40.123Z`): sorts as text, reads in a log. */
export const Instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, 'an instant like 2026-11-23T08:05:40.123Z');
export type Instant = z.infer<typeof Instant>;

/** A local calendar day of the district, `2026-11-23`. */
export const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day like 2026-11-23');
export type Day = z.infer<typeof Day>;

const MINUTE = 60_000;
const MINUTES_A_DAY = 24 * 60;

/** The instant `minutes` after `instant` (before it when negative). */
export const plusMinutes = (instant: Instant, minutes: number): Instant =>
  new Date(Math.round(Date.parse(instant) + minutes * MINUTE)).toISOString();

/** Whole and part minutes from `from` to `to`; negative when `to` is earlier. */
export const minutesBetween = (from: Instant, to: Instant): number => (Date.parse(to) - Date.parse(from)) / MINUTE;

/** A zone's fixed distance from UTC in minutes. China has kept one offset without summer time since 1991. */
export type UtcOffset = number;

/** Reads `+08:00` into minutes (480). */
export const offsetMinutes = (text: string): UtcOffset => {
  const [hours, minutes] = text.slice(1).split(':').map(Number) as [number, number];
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
};

/** The district's wall clock at an instant: its day and the minute of that day (with fractions). */
export const localTime = (instant: Instant, offset: UtcOffset): { day: Day; minute: number } => {
  const local = Date.parse(instant) + offset * MINUTE;
  const minute = (((local / MINUTE) % MINUTES_A_DAY) + MINUTES_A_DAY) % MINUTES_A_DAY;
  return { day: new Date(local).toISOString().slice(0, 10), minute };
};

/** The instant of a minute of a local day; rounded, because a minute with fractions has lost some. */
export const instantOf = (day: Day, minute: number, offset: UtcOffset): Instant =>
  new Date(Math.round(Date.parse(`${day}T00:00:00.000Z`) + (minute - offset) * MINUTE)).toISOString();

/** The day `days` after `day`. */
export const plusDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + days * MINUTES_A_DAY * MINUTE).toISOString().slice(0, 10);

/** The minute of the day that a time of day like `08:30` names. */
export const minuteOfTime = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
