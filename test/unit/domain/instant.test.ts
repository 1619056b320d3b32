import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Instant, instantOf, localTime, minutesBetween, offsetMinutes, plusDays, plusMinutes } from '#domain/instant.ts';

/** Any millisecond of the years that matter. */
const moment = fc
  .integer({ min: Date.parse('2020-01-01T00:00:00.000Z'), max: Date.parse('2035-01-01T00:00:00.000Z') })
  .map((ms) => new Date(ms).toISOString());
const offset = fc.integer({ min: -12 * 60, max: 14 * 60 });

describe('an instant', () => {
  it('is the wall clock of the district, and back again to the millisecond', () => {
    fc.assert(
      fc.property(moment, offset, (at, zone) => {
        const { day, minute } = localTime(at, zone);
        expect(minute).toBeGreaterThanOrEqual(0);
        expect(minute).toBeLessThan(24 * 60);
        expect(instantOf(day, minute, zone)).toBe(at);
      }),
    );
  });

  it('is another day in Shandong from four in the afternoon UTC', () => {
    expect(localTime('2026-11-23T15:59:59.999Z', 480).day).toBe('2026-11-23');
    expect(localTime('2026-11-23T16:00:00.000Z', 480)).toEqual({ day: '2026-11-24', minute: 0 });
    expect(localTime('1969-12-31T23:30:00.000Z', 0)).toEqual({ day: '1969-12-31', minute: 23 * 60 + 30 });
  });

  it('moves by minutes as far as it says', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: -100_000, max: 100_000 }), (at, minutes) => {
        expect(minutesBetween(at, plusMinutes(at, minutes))).toBe(minutes);
      }),
    );
  });

  it('moves to any other instant, to the millisecond', () => {
    fc.assert(
      fc.property(moment, moment, (from, to) => {
        expect(plusMinutes(from, minutesBetween(from, to))).toBe(to);
      }),
    );
  });

  it('takes the 24th hour for the next midnight, and months and leap days as they come', () => {
    expect(instantOf('2026-12-31', 24 * 60, 480)).toBe('2026-12-31T16:00:00.000Z');
    expect(plusDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(plusDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(plusDays('2026-01-01', -1)).toBe('2025-12-31');
  });

  it.each([
    ['+08:00', 480],
    ['-03:30', -210],
    ['+00:00', 0],
    ['-00:30', -30],
  ])('reads the offset %s', (text, minutes) => expect(offsetMinutes(text)).toBe(minutes));

  it.each(['2026-11-23', '2026-11-23T02:00:00Z', '2026-11-23T02:00:00.000+08:00', ' 2026-11-23T02:00:00.000Z'])(
    'is not written like %j',
    (text) => expect(Instant.safeParse(text).success).toBe(false),
  );
});
