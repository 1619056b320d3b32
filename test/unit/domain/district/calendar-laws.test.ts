import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workingCalendar } from '#domain/district/calendar.ts';
import type { CalendarData } from '#domain/district/district.ts';
import { localTime, plusMinutes } from '#domain/instant.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';
import { calendar, SHANDONG, shown } from './shandong-time.ts';

/** Minute by minute, as slow and as plain as can be. */
const naive = ({ hours, holidays, makeUpDays }: CalendarData) => {
  const works = (at: string): boolean => {
    const [day = '', time = ''] = shown(at).split(' ');
    const weekend = [0, 6].includes(new Date(day).getUTCDay());
    const open = makeUpDays.includes(day) || (!weekend && !holidays.includes(day));
    return open && hours.some(({ from, to }) => time >= from && time < to);
  };
  return {
    works,
    plus: (from: string, minutes: number): string => {
      let [at, left] = [from, minutes];
      for (; left > 0; at = plusMinutes(at, 1)) if (works(at)) left -= 1;
      return at;
    },
  };
};

const moment = (unit: number) =>
  fc
    .integer({ min: 0, max: (366 * 24 * 60 * 60_000) / unit })
    .map((n) => new Date(Date.parse('2026-01-01T00:00:00+08:00') + n * unit).toISOString());
const anyMoment = moment(1);
const wholeMinute = moment(60_000);
/** Working time that is not a whole number of minutes either. */
const duration = fc.integer({ min: 1, max: 20 * 450 * 60_000 }).map((ms) => ms / 60_000);
const MILLISECOND = 1 / 60_000;

/** Days of one to three intervals, from midnight to midnight at the widest. */
const anyHours = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 2, maxLength: 6 })
  .filter((quarters) => quarters.length % 2 === 0)
  .map((quarters) =>
    quarters
      .sort((a, b) => a - b)
      .map((n) => `${String(Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`),
  )
  .map((times) => times.flatMap((from, n) => (n % 2 === 0 ? [{ from, to: times[n + 1] as string }] : [])));
const anyCalendar = anyHours.map((hours) => workingCalendar({ ...smallDistrict.calendar, hours }, SHANDONG));

describe('laws of every calendar', () => {
  it('agrees with counting minute by minute', () => {
    const slow = naive(smallDistrict.calendar);
    fc.assert(
      fc.property(wholeMinute, fc.integer({ min: 1, max: 1500 }), (from, minutes) => {
        expect(calendar.isWorkingTime(from)).toBe(slow.works(from));
        expect(calendar.plusWorkingMinutes(from, minutes).at).toBe(slow.plus(from, minutes));
      }),
      { numRuns: 60 },
    );
  });

  it('adds and measures working time as inverses', () => {
    fc.assert(
      fc.property(anyCalendar, anyMoment, duration, (any, from, minutes) => {
        const end = any.plusWorkingMinutes(from, minutes).at;
        expect(any.workingMinutes(from, end)).toBeCloseTo(minutes, 6);
        expect(any.workingMinutes(end, from)).toBe(0);
      }),
    );
  });

  it('ends within working hours, their very end included', () => {
    fc.assert(
      fc.property(anyCalendar, anyMoment, duration, (any, from, minutes) => {
        const end = any.plusWorkingMinutes(from, minutes).at;
        expect(end > from).toBe(true);
        expect(any.isWorkingTime(plusMinutes(end, -MILLISECOND))).toBe(true);
      }),
    );
  });

  it('adds in two steps what it adds in one', () => {
    fc.assert(
      fc.property(anyCalendar, anyMoment, duration, duration, (any, from, one, other) => {
        const { at } = any.plusWorkingMinutes(from, one);
        expect(any.plusWorkingMinutes(at, other).at).toBe(any.plusWorkingMinutes(from, one + other).at);
      }),
    );
  });

  it('ends at the end of work, and not the next morning, when a sum of minutes is a hair too long', () => {
    const any = workingCalendar({ ...smallDistrict.calendar, hours: [{ from: '08:00', to: '18:00' }] }, SHANDONG);
    expect(any.plusWorkingMinutes('2026-11-23T00:00:00.000Z', 600 + 1e-9).at).toBe('2026-11-23T10:00:00.000Z');
  });

  it('never ends earlier for a later beginning or a longer time', () => {
    fc.assert(
      fc.property(anyCalendar, anyMoment, anyMoment, duration, duration, (any, a, b, one, other) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        const [short, long] = one < other ? [one, other] : [other, one];
        expect(any.plusWorkingMinutes(early, short).at <= any.plusWorkingMinutes(late, long).at).toBe(true);
        expect(any.endOfWorkingDay(early, 3).at <= any.endOfWorkingDay(late, 3).at).toBe(true);
      }),
    );
  });

  it('measures a whole as the sum of its parts', () => {
    fc.assert(
      fc.property(anyCalendar, fc.tuple(anyMoment, anyMoment, anyMoment), (any, moments) => {
        const [a, b, c] = moments.sort() as [string, string, string];
        expect(any.workingMinutes(a, b) + any.workingMinutes(b, c)).toBeCloseTo(any.workingMinutes(a, c), 6);
      }),
    );
  });

  it('has no working time before the next working time', () => {
    fc.assert(
      fc.property(anyCalendar, anyMoment, (any, at) => {
        const next = any.nextWorkingTime(at).at;
        expect(next >= at).toBe(true);
        expect(any.isWorkingTime(next)).toBe(true);
        expect(any.workingMinutes(at, next)).toBe(0);
        expect(any.nextWorkingTime(next).at).toBe(next);
      }),
    );
  });

  it('counts days on from day to day, and each day begins before it ends', () => {
    const days = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(anyMoment, days, days, (from, one, other) => {
        const { at } = calendar.endOfWorkingDay(from, one);
        expect(calendar.endOfWorkingDay(at, other).at).toBe(calendar.endOfWorkingDay(from, one + other).at);
        expect(calendar.workingMinutes(calendar.startOfWorkingDay(from, one).at, at)).toBe(450);
        expect(calendar.isWorkingDay(localTime(at, SHANDONG).day)).toBe(true);
      }),
    );
  });

  it('once provisional, stays provisional for whatever is later', () => {
    fc.assert(
      fc.property(anyMoment, duration, duration, (from, one, other) => {
        const [short, long] = [
          calendar.plusWorkingMinutes(from, Math.min(one, other)),
          calendar.plusWorkingMinutes(from, Math.max(one, other)),
        ];
        expect(short.provisional && !long.provisional).toBe(false);
        expect(long.provisional).toBe(localTime(long.at, SHANDONG).day > '2026-12-31');
      }),
    );
  });
});
