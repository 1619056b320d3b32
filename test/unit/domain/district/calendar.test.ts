import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workingCalendar } from '#domain/district/calendar.ts';
import type { CalendarData } from '#domain/district/district.ts';
import { localTime, plusMinutes } from '#domain/instant.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';

const SHANDONG = 8 * 60;
const calendar = workingCalendar(smallDistrict.calendar, SHANDONG);

/** A moment as the clock on the wall in the district shows it. */
const local = (text: string): string => new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString();
const shown = (at: string): string => {
  const { day, minute } = localTime(at, SHANDONG);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${day} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
};

describe('working days by the notice of the State Council for 2026', () => {
  it.each([
    ['2026-09-30', true, 'the day before National Day'],
    ['2026-10-01', false, 'a Thursday, National Day'],
    ['2026-10-07', false, 'a Wednesday, still National Day'],
    ['2026-10-08', true, 'a Thursday again'],
    ['2026-10-10', true, 'a Saturday that makes up for it'],
    ['2026-10-11', false, 'a plain Sunday'],
    ['2026-02-14', true, 'a Saturday that makes up for Spring Festival'],
    ['2026-02-15', false, 'a Sunday, Spring Festival'],
    ['2026-02-23', false, 'a Monday, still Spring Festival'],
    ['2026-02-24', true, 'a Tuesday'],
    ['2026-09-20', true, 'a Sunday that makes up for Mid-autumn'],
  ])('%s: %s (%s)', (day, works) => expect(calendar.isWorkingDay(day)).toBe(works));

  it.each([
    ['2026-09-30 10:00', 1, '2026-10-08 17:30'],
    ['2026-09-30 10:00', 5, '2026-10-13 17:30'], // 8, 9, 10 (Saturday), 12, 13
    ['2026-09-30 23:59', 5, '2026-10-13 17:30'],
    ['2026-10-03 12:00', 1, '2026-10-08 17:30'], // told during the holiday
    ['2026-02-13 16:00', 1, '2026-02-14 17:30'],
    ['2026-02-13 16:00', 2, '2026-02-24 17:30'],
    ['2026-02-13 16:00', 6, '2026-02-28 17:30'], // 14, 24, 25, 26, 27, 28 (Saturday)
    ['2026-02-13 16:00', 7, '2026-03-02 17:30'],
    ['2026-09-18 09:00', 1, '2026-09-20 17:30'],
  ])('%s and %i working days: %s', (from, days, end) => {
    expect(shown(calendar.endOfWorkingDay(local(from), days).at)).toBe(end);
    expect(shown(calendar.startOfWorkingDay(local(from), days).at)).toBe(end.replace('17:30', '08:30'));
  });

  it.each([
    ['2026-09-30 16:30', 120, '2026-10-08 09:30'],
    ['2026-02-13 17:00', 60, '2026-02-14 09:00'],
    ['2026-11-23 10:00', 120, '2026-11-23 12:00'], // up to the lunch break, not past it
    ['2026-11-23 10:00', 121, '2026-11-23 13:31'],
    ['2026-11-23 12:45', 30, '2026-11-23 14:00'],
    ['2026-11-23 07:00', 450, '2026-11-23 17:30'], // a whole day
    ['2026-11-23 07:00', 451, '2026-11-24 08:31'],
    ['2026-11-27 22:00', 1, '2026-11-30 08:31'], // over a weekend
  ])('%s and %i working minutes: %s', (from, minutes, end) => {
    expect(shown(calendar.plusWorkingMinutes(local(from), minutes).at)).toBe(end);
    expect(calendar.workingMinutes(local(from), local(end))).toBe(minutes);
  });

  it.each([
    ['2026-11-23 08:29', false, '2026-11-23 08:30'],
    ['2026-11-23 08:30', true, '2026-11-23 08:30'],
    ['2026-11-23 11:59', true, '2026-11-23 11:59'],
    ['2026-11-23 12:00', false, '2026-11-23 13:30'],
    ['2026-11-23 17:30', false, '2026-11-24 08:30'],
    ['2026-11-28 10:00', false, '2026-11-30 08:30'],
    ['2026-01-03 10:00', false, '2026-01-04 08:30'], // a Sunday at work
    ['2026-10-02 10:00', false, '2026-10-08 08:30'],
  ])('%s is working time: %s; the next is %s', (at, works, next) => {
    expect(calendar.isWorkingTime(local(at))).toBe(works);
    expect(shown(calendar.nextWorkingTime(local(at)).at)).toBe(next);
  });
});

describe('years that no published calendar covers', () => {
  it.each([
    ['2026-12-30 10:00', 1, '2026-12-31 17:30', false],
    ['2026-12-30 10:00', 2, '2027-01-01 17:30', true], // nobody knows yet that this is a holiday
    ['2025-12-31 10:00', 3, '2026-01-06 17:30', true], // began before the first covered year
  ])('%s and %i working days: %s, provisional: %s', (from, days, end, provisional) => {
    expect(calendar.endOfWorkingDay(local(from), days)).toEqual({ at: local(end), provisional });
  });

  it('is told by every reckoning', () => {
    expect(calendar.plusWorkingMinutes(local('2026-12-31 17:00'), 30).provisional).toBe(false);
    expect(calendar.plusWorkingMinutes(local('2026-12-31 17:00'), 31)).toEqual({
      at: local('2027-01-01 08:31'),
      provisional: true,
    });
    expect(calendar.nextWorkingTime(local('2026-12-31 17:00')).provisional).toBe(false);
    expect(calendar.nextWorkingTime(local('2026-12-31 18:00')).provisional).toBe(true);
    expect(calendar.nextWorkingTime(local('2027-01-04 10:00')).provisional).toBe(true);
  });
});

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
