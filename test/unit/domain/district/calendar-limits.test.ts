import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workingCalendar } from '#domain/district/calendar.ts';
import type { CalendarData, District } from '#domain/district/district.ts';
import { scheduleOf } from '#domain/district/limits.ts';
import { localTime } from '#domain/instant.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';
import { SHANDONG } from './shandong-time.ts';

const local = (text: string): string => new Date(`${text.replace(' ', 'T')}+08:00`).toISOString();
const withHours = (hours: CalendarData['hours']) => workingCalendar({ ...smallDistrict.calendar, hours }, SHANDONG);
const usual = withHours(smallDistrict.calendar.hours);

/** A district whose help is due within so many working hours, all day long on working days. */
const allDay = (workingHours: number): District => ({
  ...smallDistrict,
  calendar: { ...smallDistrict.calendar, hours: [{ from: '00:00', to: '24:00' }] },
  limits: { ...smallDistrict.limits, handle: { default: { workingHours }, byKind: {} } },
});
const scheduled = (district: District, openedAt: string) =>
  scheduleOf(district, { kind: 'help', category: 'general', urgent: false, openedAt });

describe('a limit that is no number', () => {
  const nonsense = fc.constantFrom(
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    undefined as never,
    'x' as never,
  );

  it('is an error, and never a walk without an end', () => {
    fc.assert(
      fc.property(nonsense, (limit) => {
        expect(() => usual.plusWorkingMinutes(local('2026-11-23 10:00'), limit)).toThrow(RangeError);
        expect(() => usual.endOfWorkingDay(local('2026-11-23 10:00'), limit)).toThrow(RangeError);
        expect(() => usual.startOfWorkingDay(local('2026-11-23 10:00'), limit)).toThrow(RangeError);
      }),
    );
  });

  it('is an error of the calendar where nobody ever works', () => {
    expect(() => withHours([{ from: '12:00', to: '08:00' }])).toThrow(RangeError);
    expect(() => withHours([])).toThrow(RangeError);
  });
});

describe('a limit in parts of an hour', () => {
  it('ends with the hours of a day, if that is when it ends, and not on the next one', () => {
    // 0.02 hours are 72 seconds, and no sum of binary fractions.
    expect(usual.plusWorkingMinutes(local('2026-11-23 17:28:48'), 0.02 * 60).at).toBe(local('2026-11-23 17:30:00'));
    expect(usual.plusWorkingMinutes(local('2026-11-23 17:28:48.001'), 0.02 * 60).at).toBe(local('2026-11-24 08:30:00.001'));
  });

  it('is reckoned in whole milliseconds, on both sides of the end of work', () => {
    const closing = Date.parse(local('2026-11-23 17:30:00'));
    const hundredths = fc.integer({ min: 1, max: 390 });
    fc.assert(
      fc.property(hundredths, fc.integer({ min: -2, max: 2 }), (hundredth, late) => {
        const hours = hundredth / 100;
        const from = new Date(closing - hundredth * 36_000 + late).toISOString();
        const expected = late > 0 ? Date.parse(local('2026-11-24 08:30:00')) + late : closing + late;
        expect(usual.plusWorkingMinutes(from, hours * 60).at).toBe(new Date(expected).toISOString());
      }),
      { numRuns: 500 },
    );
  });
});

describe('a limit that ends at midnight or behind it', () => {
  it('is escalated by the day of its last millisecond', () => {
    const escalated = (openedAt: string) =>
      scheduled(allDay(1), local(openedAt)).marks.find(({ colour }) => colour === 'escalation')?.at;
    expect(escalated('2026-11-23 23:00:00')).toBe(local('2026-11-26 00:00')); // of Monday: Tuesday and Wednesday are overdue
    expect(escalated('2026-11-23 23:00:00.001')).toBe(local('2026-11-27 00:00')); // of Tuesday
    expect(escalated('2026-11-23 23:00:30')).toBe(local('2026-11-27 00:00'));
  });

  it('is escalated whole working days behind that day, whenever it ends', () => {
    const moment = fc
      .integer({ min: 0, max: 300 * 24 * 3_600_000 })
      .map((ms) => new Date(Date.parse(local('2026-01-05 00:00')) + ms));
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 4000 }), (from, hundredths) => {
        const district = allDay(hundredths / 100);
        const { handle, marks } = scheduled(district, from.toISOString());
        const { day } = localTime(new Date(Date.parse(handle.at) - 1).toISOString(), SHANDONG);
        const escalation = localTime(marks.find(({ colour }) => colour === 'escalation')?.at ?? '', SHANDONG);
        const calendar = workingCalendar(district.calendar, SHANDONG);
        let between = 0;
        for (let at = Date.parse(day) + 86_400_000; at < Date.parse(escalation.day); at += 86_400_000) {
          if (calendar.isWorkingDay(new Date(at).toISOString().slice(0, 10))) between += 1;
        }
        expect(between).toBe(district.limits.escalateAfterWorkingDays);
      }),
    );
  });
});
