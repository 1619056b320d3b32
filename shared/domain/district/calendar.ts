import {
  type Day,
  type Instant,
  instantOf,
  localTime,
  minuteOfTime,
  offsetMinutes,
  plusDays,
  type UtcOffset,
} from '#domain/instant.ts';
import type { CalendarData, District } from './district.ts';

/** A point in time that was reckoned with a calendar; provisional when it needed a year that no published calendar covers. */
export interface Reckoned {
  at: Instant;
  provisional: boolean;
}

/** China's working days (weekdays, less holidays, plus make-up days 调休) and the district's hours on them. */
export interface WorkingCalendar {
  isWorkingDay(day: Day): boolean;
  /** Is this moment within working hours? The end of an interval is outside. */
  isWorkingTime(at: Instant): boolean;
  /** `at` itself when it is within working hours, else the next moment that is. */
  nextWorkingTime(at: Instant): Reckoned;
  /** The end of work on the `days`-th working day after the day of `from`: the day of intake does not count. */
  endOfWorkingDay(from: Instant, days: number): Reckoned;
  /** The beginning of work on the `days`-th working day after the day of `from`. */
  startOfWorkingDay(from: Instant, days: number): Reckoned;
  /** The moment at which `minutes` of working time have passed since `from`. */
  plusWorkingMinutes(from: Instant, minutes: number): Reckoned;
  /** The working time between two moments in minutes; 0 when `to` is not after `from`. */
  workingMinutes(from: Instant, to: Instant): number;
}

/** Moments are whole milliseconds: half of one, in minutes, is what adding fractions of minutes may be wrong by. */
const NO_TIME = 0.5 / 60_000;

/** A limit that is no number would be walked for without an end, or be due at once. */
const requireNumber = (limit: number, unit: string): void => {
  if (!Number.isFinite(limit)) throw new RangeError(`${limit} ${unit} of work is no time`);
};

const isWeekend = (day: Day): boolean => [0, 6].includes(new Date(`${day}T00:00:00.000Z`).getUTCDay());

/** Makes the calendar of a district. Pure: the same data and moments give the same answers for ever. */
export const workingCalendar = (data: CalendarData, offset: UtcOffset): WorkingCalendar => {
  const holidays = new Set(data.holidays);
  const makeUpDays = new Set(data.makeUpDays);
  const hours = data.hours.map(({ from, to }) => ({ from: minuteOfTime(from), to: minuteOfTime(to) }));
  // Without working time no walk below would end.
  if (!hours.some(({ from, to }) => from < to)) throw new RangeError('the calendar has no working hours');
  const opening = Math.min(...hours.map(({ from }) => from));
  const closing = Math.max(...hours.map(({ to }) => to));

  const lookAt = (day: Day) => {
    const year = Number(day.slice(0, 4));
    return {
      next: plusDays(day, 1),
      works: makeUpDays.has(day) || (!isWeekend(day) && !holidays.has(day)),
      covered: year >= data.coveredYears.first && year <= data.coveredYears.last,
    };
  };
  // The same few days are walked over for every ticket.
  const known = new Map<Day, ReturnType<typeof lookAt>>();
  const about = (day: Day): ReturnType<typeof lookAt> => {
    const found = known.get(day) ?? lookAt(day);
    known.set(day, found);
    return found;
  };
  const isWorkingDay = (day: Day): boolean => about(day).works;
  const isCovered = (day: Day): boolean => about(day).covered;
  const dayAfter = (day: Day): Day => about(day).next;
  const reckoned = (day: Day, minute: number, covered: boolean): Reckoned => ({
    at: instantOf(day, minute, offset),
    provisional: !covered,
  });

  /** Walks day by day from the day after `day` to its `count`-th working day. */
  const workingDayAfter = (day: Day, count: number): { day: Day; covered: boolean } => {
    requireNumber(count, 'days');
    let [current, left, covered] = [day, count, isCovered(day)];
    while (left > 0) {
      current = dayAfter(current);
      covered &&= isCovered(current);
      if (isWorkingDay(current)) left -= 1;
    }
    return { day: current, covered };
  };

  const atNthDay = (from: Instant, days: number, minute: number): Reckoned => {
    const { day, covered } = workingDayAfter(localTime(from, offset).day, days);
    return reckoned(day, minute, covered);
  };

  const plusWorkingMinutes = (from: Instant, minutes: number): Reckoned => {
    requireNumber(minutes, 'minutes');
    let { day, minute } = localTime(from, offset);
    let [left, covered] = [minutes, isCovered(day)];
    for (;;) {
      if (isWorkingDay(day)) {
        for (const interval of hours) {
          const start = Math.max(minute, interval.from);
          if (start < interval.to && interval.to - start >= left - NO_TIME) return reckoned(day, start + left, covered);
          left -= Math.max(0, interval.to - start);
        }
      }
      day = dayAfter(day);
      minute = 0;
      covered &&= isCovered(day);
    }
  };

  const isWorkingTime = (at: Instant): boolean => {
    const { day, minute } = localTime(at, offset);
    return isWorkingDay(day) && hours.some(({ from, to }) => minute >= from && minute < to);
  };

  return {
    isWorkingDay,
    isWorkingTime,
    nextWorkingTime: (at) => {
      if (isWorkingTime(at)) return { at, provisional: !isCovered(localTime(at, offset).day) };
      const { day, minute } = localTime(at, offset);
      const later = isWorkingDay(day) ? hours.find(({ from }) => from > minute) : undefined;
      return later ? reckoned(day, later.from, isCovered(day)) : atNthDay(at, 1, opening);
    },
    endOfWorkingDay: (from, days) => atNthDay(from, days, closing),
    startOfWorkingDay: (from, days) => atNthDay(from, days, opening),
    plusWorkingMinutes,
    workingMinutes: (from, to) => {
      if (to <= from) return 0;
      const [start, end] = [localTime(from, offset), localTime(to, offset)];
      let total = 0;
      for (let day = start.day; day <= end.day; day = dayAfter(day)) {
        if (!isWorkingDay(day)) continue;
        const [first, last] = [day === start.day ? start.minute : 0, day === end.day ? end.minute : 24 * 60];
        for (const interval of hours) {
          total += Math.max(0, Math.min(last, interval.to) - Math.max(first, interval.from));
        }
      }
      return total;
    },
  };
};

const calendars = new WeakMap<CalendarData, WorkingCalendar>();

/** The calendar of a district, made once for its data. */
export const calendarOf = ({ calendar: data, utcOffset }: Pick<District, 'calendar' | 'utcOffset'>): WorkingCalendar => {
  const calendar = calendars.get(data) ?? workingCalendar(data, offsetMinutes(utcOffset));
  calendars.set(data, calendar);
  return calendar;
};
