import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreeing, withOne } from '#web/lists/agreeing.ts';
import { dayOf, monthsUntil, startOfDay } from '#web/lists/local-days.ts';

const HOUR = 60 * 60_000;
const offsets = fc.integer({ min: -48, max: 56 }).map((quarters) => (quarters * HOUR) / 4);
const instants = fc.date({ min: new Date('2001-01-01'), max: new Date('2199-01-01'), noInvalidDate: true });

describe('a local day', () => {
  it('holds the instants from its beginning up to the next one, and no others', () => {
    fc.assert(
      fc.property(instants, offsets, (date, offset) => {
        const instant = date.toISOString();
        const day = dayOf(instant, offset);
        expect(startOfDay(day, offset)?.localeCompare(instant)).toBeLessThanOrEqual(0);
        expect(startOfDay(day, offset, 1)?.localeCompare(instant)).toBe(1);
        expect(dayOf(startOfDay(day, offset, 1) ?? '', offset, -1)).toBe(day);
      }),
    );
  });

  it('begins in China eight hours before it does in UTC', () => {
    expect(startOfDay('2026-11-23', 8 * HOUR)).toBe('2026-11-22T16:00:00.000Z');
    expect(startOfDay('2026-12-31', 8 * HOUR, 1)).toBe('2026-12-31T16:00:00.000Z');
  });

  it.each(['', '2026-11', '0202-11-23', '2026-02-30', '2026-13-01', '12026-01-01'])(
    'is none while %j is being typed',
    (typed) => {
      expect(startOfDay(typed, 8 * HOUR)).toBeUndefined();
    },
  );
});

it('months go back from the local one, over years', () => {
  // The first of January in China, and still December in UTC.
  const now = Date.parse('2026-12-31T16:30:00.000Z');
  expect(monthsUntil(now, 8 * HOUR, 3)).toEqual(['2027-01', '2026-12', '2026-11']);
  expect(monthsUntil(now, 0, 2)).toEqual(['2026-12', '2026-11']);
});

describe('filters', () => {
  const isOpen = (state: string): boolean => ['received', 'returned'].includes(state);
  const filters = fc.record(
    {
      state: fc.constantFrom('received', 'returned', 'resolved'),
      month: fc.constantFrom('2026-10', '2026-11'),
      area: fc.constant('qidu'),
    },
    { requiredKeys: [] },
  );

  it('never ask for what is done and what is open at once, and keep what was chosen last', () => {
    const choices = fc.oneof(
      fc.tuple(fc.constant('state'), fc.constantFrom('received', 'resolved', '')),
      fc.tuple(fc.constant('month'), fc.constantFrom('2026-09', '')),
      fc.tuple(fc.constant('area'), fc.constantFrom('north', '')),
    );
    fc.assert(
      fc.property(filters, choices, (some, [name, value]) => {
        const before = agreeing({}, some, isOpen);
        const { [name]: chosen = '', ...others } = agreeing(before, withOne(before, name, value), isOpen);
        expect(chosen).toBe(value);
        expect('month' in others && isOpen(chosen)).toBe(false);
        expect(name === 'month' && value !== '' && isOpen(others.state ?? '')).toBe(false);
        if (name !== 'area') expect(others.area).toBe(before.area);
      }),
    );
  });
});
