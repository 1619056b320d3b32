import * as z from 'zod';
import { addHistograms, Histogram, holdsHistogram, takeHistogram } from './histogram.ts';

const Count = z.int().min(0).default(0);
const Tickets = Count.describe('Tickets.');
const Calls = Count.describe('Calls.');

/** What is counted: tickets, each in the five minutes in which it was opened, and calls, in those in which they came in. */
export const Counts = z.object({
  received: Tickets,
  /** Withdrawn, merged or rejected: it leaves all that follows. */
  setAside: Tickets,
  /** 直接办结: answered at intake, so that no department was asked. */
  answeredDirectly: Tickets,
  dispatched: Tickets,
  /** 签收: by the department that the ticket is with. */
  accepted: Tickets,
  /** 办结 within the limit of handling, counting those that were dispatched only. */
  completedOnTime: Tickets,
  completedLate: Tickets,
  /** Dispatched, and past the limit of handling: resolved late, or given a red card. */
  overdue: Tickets,
  /** 退单: at least once. */
  returned: Tickets,
  rated: Tickets,
  /** Rated with so many stars as the district asks for; whether "basically satisfied" counts is its setting. */
  satisfied: Tickets,
  solved: Tickets,
  /** Not solved as the reporter says, or past its limit and not resolved. What is inside its limit is neither. */
  unsolved: Tickets,
  /** 已评价: "closed" is not "solved". */
  closed: Tickets,
  /** 呼入: calls that came in and have ended. They count in the total and under the channel phone only. */
  calls: Calls,
  /** 接通: calls in which somebody got what they came for, from a person or from the machine. */
  connected: Calls,
});
export type Counts = z.infer<typeof Counts>;

/** How long something took, in minutes since the ticket was opened: of working time and by the clock on the wall. */
const Times = z.object({ working: Histogram, wallClock: Histogram }).catchall(Histogram);

/**
 * The figures of some tickets and calls in a form that adds up: numerators and denominators, never a rate. What newer code
 * counts beside them stays in a cell that is read, and is added up with the others.
 */
export const Cell = z.object({
  counts: Counts.catchall(Count),
  times: z.object({ accept: Times, resolve: Times }).catchall(Times),
});
export type Cell = z.infer<typeof Cell>;

/** The names that two things have, each once. */
const namesIn = (one: object, other: object): string[] => [...new Set([...Object.keys(one), ...Object.keys(other)])];

/** The counts that are named, all others 0. */
export const countsOf = (some: Partial<Counts>): Counts => Counts.parse(some);

const NO_TIMES = { accept: { working: {}, wallClock: {} }, resolve: { working: {}, wallClock: {} } };

/** The figures of nothing. */
export const emptyCell: Cell = { counts: countsOf({}), times: NO_TIMES };

/** A cell that has only counts. */
export const cellOf = (some: Partial<Counts>): Cell => ({ counts: countsOf(some), times: NO_TIMES });

type Part<T> = (one: T, other: T) => T;

const NO_TIME: z.infer<typeof Times> = { working: {}, wallClock: {} };

const combine = (one: Cell, other: Cell, count: Part<number>, histogram: Part<Histogram>): Cell => {
  const counts = namesIn(one.counts, other.counts).map((name) => [name, count(one.counts[name] ?? 0, other.counts[name] ?? 0)]);
  const times = namesIn(one.times, other.times).map((name) => {
    const [a = NO_TIME, b = NO_TIME] = [one.times[name], other.times[name]];
    return [name, Object.fromEntries(namesIn(a, b).map((clock) => [clock, histogram(a[clock] ?? {}, b[clock] ?? {})]))];
  });
  return { counts: Object.fromEntries(counts), times: Object.fromEntries(times) };
};

/** The figures of what is in both cells. In whatever order cells are merged, the result is the same. */
export const merge = (one: Cell, other: Cell): Cell => combine(one, other, (a, b) => a + b, addHistograms);

/** Whether `part` can be in `whole`: no count and no bucket of it is larger. */
export const holds = ({ counts, times }: Cell, part: Cell): boolean =>
  Object.entries(part.counts).every(([name, count]) => (counts[name] ?? 0) >= count) &&
  Object.entries(part.times).every(([name, clocks]) =>
    Object.entries(clocks).every(([clock, histogram]) => holdsHistogram(times[name]?.[clock] ?? {}, histogram)),
  );

/** The figures of what is in `whole` and not in `part`, which it must hold. */
export const without = (whole: Cell, part: Cell): Cell => combine(whole, part, (a, b) => a - b, takeHistogram);

/** Counted anew, with what newer code had counted beside it in the cell before. */
export const withUnknown = (fresh: Cell, before: Cell): Cell => ({
  counts: { ...fresh.counts, ...unknownIn(before.counts, fresh.counts) },
  times: { ...fresh.times, ...unknownIn(before.times, fresh.times) },
});

const unknownIn = <T>(things: Readonly<Record<string, T>>, known: object): Record<string, T> =>
  Object.fromEntries(Object.entries(things).filter(([name]) => !Object.hasOwn(known, name)));

/** Whether nothing was counted. */
export const isEmpty = ({ counts }: Cell): boolean => Object.values(counts).every((count) => count === 0);

/** Whether two cells say the same; all cells name their counts in the same order. */
export const isSame = (one: Cell, other: Cell): boolean => JSON.stringify(one) === JSON.stringify(other);
