import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellOf } from '#domain/figures/cell.ts';
import type { KeptCell } from '#domain/figures/changes.ts';
import { inPeriods, MOST_ROWS, type Period, readingOf } from '#domain/figures/reading.ts';
import { fiveMinutesFrom, fiveMinutesOf, localFiveMinutes, mondayOf, spansAbove, startAbove } from '#domain/figures/spans.ts';

const day = fc
  .date({ min: new Date('2001-01-01'), max: new Date('2198-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('spans', () => {
  it('five minutes belong to the local hour, day, month and year', () => {
    const span = localFiveMinutes('2026-12-31T16:07:59.999Z', 480);
    expect(span).toEqual({ level: 'five-minutes', start: '2027-01-01T00:05' });
    expect(spansAbove(span)).toEqual([
      { level: 'hour', start: '2027-01-01T00' },
      { level: 'day', start: '2027-01-01' },
      { level: 'month', start: '2027-01' },
      { level: 'year', start: '2027' },
    ]);
    expect(startAbove({ level: 'year', start: '2027' })).toBe('');
  });

  it('follow zones of half and quarter hours', () => {
    expect(localFiveMinutes('2026-11-23T18:34:00.000Z', 345).start).toBe('2026-11-24T00:15');
    expect(localFiveMinutes('2026-11-23T02:01:00.000Z', -150).start).toBe('2026-11-22T23:30');
  });

  it('go from one instant to another without a gap', () => {
    expect([...fiveMinutesFrom('2026-11-23T02:04:59.999Z', '2026-11-23T02:10:00.000Z')]).toEqual([
      ...['2026-11-23T02:00:00.000Z', '2026-11-23T02:05:00.000Z', '2026-11-23T02:10:00.000Z'],
    ]);
    expect(fiveMinutesOf('2026-11-23T02:09:59.999Z')).toBe('2026-11-23T02:05:00.000Z');
  });

  it('weeks begin on the Monday at or before', () => {
    fc.assert(
      fc.property(day, (any) => {
        const monday = mondayOf(any);
        expect(new Date(monday).getUTCDay()).toBe(1);
        expect((Date.parse(any) - Date.parse(monday)) / 86_400_000).toBeGreaterThanOrEqual(0);
        expect((Date.parse(any) - Date.parse(monday)) / 86_400_000).toBeLessThan(7);
      }),
    );
  });
});

describe('what is read for a period', () => {
  const reading = (period: Period, from: string, to: string) => readingOf({ period, from, to });

  it('whole periods that the days touch', () => {
    expect(reading('hour', '2026-11-23', '2026-11-24')).toEqual({
      level: 'hour',
      above: ['2026-11-23', '2026-11-24'],
      first: '2026-11-23T00',
      last: '2026-11-24T23',
    });
    expect(reading('day', '2026-11-30', '2026-12-01')).toEqual({
      level: 'day',
      above: ['2026-11', '2026-12'],
      first: '2026-11-30',
      last: '2026-12-01',
    });
    expect(reading('week', '2026-12-02', '2026-12-02')).toEqual({
      level: 'day',
      above: ['2026-11', '2026-12'],
      first: '2026-11-30',
      last: '2026-12-06',
    });
    expect(reading('month', '2026-11-30', '2027-01-01')).toEqual({
      level: 'month',
      above: ['2026', '2027'],
      first: '2026-11',
      last: '2027-01',
    });
    expect(reading('year', '2026-11-30', '2027-01-01')).toEqual({ level: 'year', above: [''], first: '2026', last: '2027' });
  });

  it.each([
    ['hour', '2026-11-01', '2026-12-01', '2026-12-02', '31 days'],
    ['day', '2026-01-01', '2027-01-01', '2027-01-02', '366 days'],
    ['week', '2026-01-01', '2027-01-01', '2027-01-02', '366 days'],
    ['month', '2026-01-01', '2036-01-08', '2036-01-09', '3660 days'],
  ] as const)('by %s up to a limit that the refusal names', (period, from, last, tooLate, limit) => {
    expect(() => reading(period, from, last)).not.toThrow();
    expect(() => reading(period, from, tooLate)).toThrow(expect.objectContaining({ code: 'period-invalid' }));
    expect(() => reading(period, from, tooLate)).toThrow(limit);
  });

  it('never one that ends before it begins', () => {
    expect(() => reading('day', '2026-11-23', '2026-11-22')).toThrow(expect.objectContaining({ code: 'period-invalid' }));
  });
});

describe('what was read, in its periods', () => {
  const kept = (start: string, value: string, received = 1): KeptCell => ({
    place: { level: 'day', start, by: 'area', value },
    cell: cellOf({ received }),
    seen: '',
  });

  it('is ordered by time and value', () => {
    const rows = inPeriods('day', [kept('2026-11-24', 'b'), kept('2026-11-24', 'a'), kept('2026-11-23', 'b')]);
    expect(rows.map(({ start, value }) => `${start} ${value}`)).toEqual(['2026-11-23 b', '2026-11-24 a', '2026-11-24 b']);
  });

  it('makes weeks of days', () => {
    const rows = inPeriods('week', [kept('2026-11-23', 'a', 1), kept('2026-11-29', 'a', 2), kept('2026-11-30', 'a', 4)]);
    expect(rows.map(({ start, cell }) => [start, cell.counts.received])).toEqual([
      ['2026-11-23', 3],
      ['2026-11-30', 4],
    ]);
  });

  it('is refused when it is too much for one answer, with the limit', () => {
    const many = Array.from({ length: MOST_ROWS }, (_, n) => kept('2026-11-23', `area-${n}`));
    expect(inPeriods('day', many)).toHaveLength(MOST_ROWS);
    expect(() => inPeriods('day', [...many, kept('2026-11-23', 'one-more')])).toThrow('at most 1000');
    // The days of a week are one figure.
    expect(inPeriods('week', [...many, kept('2026-11-24', 'area-0')])).toHaveLength(MOST_ROWS);
  });
});
