import { describe, expect, it } from 'vitest';
import { calendar, shown } from './shandong-time.ts';

/** A moment as the clock on the wall in the district shows it. */
const local = (text: string): string => new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString();

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
