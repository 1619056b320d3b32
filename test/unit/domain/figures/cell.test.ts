import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  Cell,
  type Counts,
  cellOf,
  countsOf,
  emptyCell,
  holds,
  isEmpty,
  isSame,
  merge,
  without,
  withUnknown,
} from '#domain/figures/cell.ts';
import { addHistograms, ERROR, type Histogram, histogramOf, quantile } from '#domain/figures/histogram.ts';
import { ratesOf, takenUp, timesOf } from '#domain/figures/rates.ts';

const NAMES = Object.keys(countsOf({})) as (keyof Counts)[];
const spread = (values: readonly number[]): Histogram => values.map(histogramOf).reduce(addHistograms, {});

/** From milliseconds to a century, as many small as large. */
const minutes = fc.double({ min: -11, max: 17.8, noNaN: true }).map((power) => Math.E ** power);
const values = fc.array(minutes, { maxLength: 30 });
const times = fc.record({ working: values.map(spread), wallClock: values.map(spread) });
const cells: fc.Arbitrary<Cell> = fc.record({
  counts: fc
    .array(fc.nat(1000), { minLength: NAMES.length, maxLength: NAMES.length })
    .map((counts) => countsOf(Object.fromEntries(NAMES.map((name, index) => [name, counts[index]])))),
  times: fc.record({ accept: times, resolve: times }),
});

/** The smallest value that the share of all is at or below. */
const exact = (all: readonly number[], share: number): number =>
  [...all].sort((a, b) => a - b)[Math.max(1, Math.ceil(share * all.length)) - 1] as number;

describe('cells add up', () => {
  it('in any order and grouping, with nothing as nothing', () => {
    fc.assert(
      fc.property(cells, cells, cells, (a, b, c) => {
        expect(isSame(merge(a, merge(b, c)), merge(merge(a, b), c))).toBe(true);
        expect(isSame(merge(a, b), merge(b, a))).toBe(true);
        expect(isSame(merge(a, emptyCell), a)).toBe(true);
      }),
    );
  });

  it('the parts of a day are the day, however it is cut', () => {
    const tickets = fc.array(cells, { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(tickets, fc.array(fc.nat(3), { minLength: 12, maxLength: 12 }), (all, parts) => {
        const part = (wanted: number): Cell => all.filter((_, index) => parts[index] === wanted).reduce(merge, emptyCell);
        const whole = all.reduce(merge, emptyCell);
        expect([0, 1, 2, 3].map(part).reduce(merge)).toEqual(whole);
      }),
    );
  });

  it('what was put in can be taken out, and nothing else', () => {
    fc.assert(
      fc.property(cells, cells, (a, b) => {
        expect(holds(merge(a, b), b)).toBe(true);
        expect(isSame(without(merge(a, b), b), a)).toBe(true);
        expect(holds(a, merge(a, b))).toBe(isSame(b, emptyCell));
      }),
    );
  });

  it('leave the cells that were merged as they are', () => {
    fc.assert(
      fc.property(cells, cells, (a, b) => {
        const before = JSON.stringify([a, b]);
        without(merge(a, b), a);
        expect(JSON.stringify([a, b])).toBe(before);
      }),
    );
  });

  it('come back from text as they were, and take a count that they were written without for 0', () => {
    fc.assert(
      fc.property(cells, (cell) => {
        expect(isSame(Cell.parse(JSON.parse(JSON.stringify(cell))), cell)).toBe(true);
      }),
    );
    // As they were written before calls were counted: the same, and in the same order.
    const { calls: _, connected: __, ...older } = countsOf({ received: 2 });
    expect(isSame(Cell.parse({ ...emptyCell, counts: older }), cellOf({ received: 2 }))).toBe(true);
    expect(Cell.safeParse({ ...emptyCell, counts: { ...older, lost: -1 } }).success).toBe(false);
  });

  it('add up what newer code counts and times beside them, too', () => {
    const newer = fc.tuple(cells, fc.nat(99), fc.nat(99)).map(([cell, merged, minutes]) =>
      Cell.parse({
        counts: { ...cell.counts, merged },
        times: { ...cell.times, assign: { working: { [String(minutes)]: 1 + merged }, wallClock: {} } },
      }),
    );
    fc.assert(
      fc.property(newer, newer, cells, (one, other, plain) => {
        const sum = merge(one, other);
        expect(sum.counts.merged).toBe((one.counts.merged ?? 0) + (other.counts.merged ?? 0));
        expect(without(sum, other)).toEqual(one);
        expect([holds(sum, one), holds(plain, one)]).toEqual([true, false]);
        expect(merge(one, plain).times.assign).toEqual(one.times.assign);
        expect(withUnknown(plain, one)).toEqual({
          counts: { ...plain.counts, merged: one.counts.merged },
          times: { ...plain.times, assign: one.times.assign },
        });
      }),
    );
  });

  it('are empty when no ticket was received and nobody called', () => {
    expect([emptyCell, cellOf({ received: 1 }), cellOf({ calls: 1 })].map(isEmpty)).toEqual([true, false, false]);
  });
});

describe('quantiles', () => {
  it('are off by at most the stated share of the exact value', () => {
    const share = fc.constantFrom(0.5, 0.9, 0.99, 0, 1);
    fc.assert(
      fc.property(fc.array(minutes, { minLength: 1, maxLength: 200 }), share, (all, part) => {
        const [found, right] = [quantile(spread(all), part) ?? Number.NaN, exact(all, part)];
        // What took less than a second took nothing.
        if (right < 1 / 60) expect(found).toBe(0);
        else expect(Math.abs(found - right) / right).toBeLessThanOrEqual(ERROR + 1e-9);
      }),
      { numRuns: 500 },
    );
  });

  it('of nothing are none', () => {
    expect(quantile({}, 0.5)).toBeNull();
    expect(timesOf(emptyCell.times).accept.working).toEqual({ p50: null, p90: null, p99: null });
  });

  it('are the same when histograms were merged', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        expect(quantile(addHistograms(spread(a), spread(b)), 0.9)).toBe(quantile(spread([...a, ...b]), 0.9));
      }),
    );
  });

  it('need a bucket for each tenth, not for each value', () => {
    const tenYears = Array.from({ length: 5000 }, (_, n) => (n + 1) * 1051);
    expect(Object.keys(spread(tenYears)).length).toBeLessThan(90);
  });
});

describe('rates', () => {
  it('are those of the published example: 597 on time and 4 late of 601', () => {
    const rates = ratesOf(countsOf({ received: 601, dispatched: 601, completedOnTime: 597, completedLate: 4 }));
    expect(rates.completion).toEqual({ numerator: 601, denominator: 601, rate: 1 });
    expect(rates.onTimeCompletion).toEqual({ numerator: 597, denominator: 601, rate: 0.9933 });
  });

  it('are those of the published example: 16,365 of 16,567 calls were connected', () => {
    const { connect } = ratesOf(countsOf({ calls: 16_567, connected: 16_365 }));
    expect(connect).toEqual({ numerator: 16_365, denominator: 16_567, rate: 0.9878 });
  });

  it('of nothing are none: neither 0 nor 100 %', () => {
    for (const ratio of Object.values(ratesOf(emptyCell.counts))) {
      expect(ratio).toEqual({ numerator: 0, denominator: 0, rate: null });
    }
  });

  it('name their numerators and denominators', () => {
    const counts = countsOf({
      received: 13,
      answeredDirectly: 2,
      dispatched: 10,
      completedOnTime: 6,
      completedLate: 1,
      overdue: 3,
      returned: 2,
      rated: 5,
      satisfied: 4,
      solved: 3,
      unsolved: 1,
      calls: 20,
      connected: 19,
    });
    expect(takenUp(counts)).toBe(12);
    expect(ratesOf(counts)).toEqual({
      connect: { numerator: 19, denominator: 20, rate: 0.95 },
      completion: { numerator: 7, denominator: 10, rate: 0.7 },
      onTimeCompletion: { numerator: 6, denominator: 10, rate: 0.6 },
      overdue: { numerator: 3, denominator: 10, rate: 0.3 },
      returned: { numerator: 2, denominator: 10, rate: 0.2 },
      satisfaction: { numerator: 4, denominator: 5, rate: 0.8 },
      solved: { numerator: 3, denominator: 4, rate: 0.75 },
    });
  });
});
