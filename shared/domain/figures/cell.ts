import * as z from 'zod';
import { addHistograms, Histogram, holdsHistogram, takeHistogram } from './histogram.ts';

const Count = z.int().min(0).default(0);

/** What is counted: tickets, each in the five minutes in which it was opened, and calls, in those in which they came in. */
export const Counts = z.strictObject({
  received: Count,
  /** Withdrawn, merged or rejected: it leaves all that follows. */
  setAside: Count,
  /** 直接办结: answered at intake, so that no department was asked. */
  answeredDirectly: Count,
  dispatched: Count,
  /** 签收: by the department that the ticket is with. */
  accepted: Count,
  /** 办结 within the limit of handling, counting those that were dispatched only. */
  completedOnTime: Count,
  completedLate: Count,
  /** Dispatched, and past the limit of handling: resolved late, or given a red card. */
  overdue: Count,
  /** 退单: at least once. */
  returned: Count,
  rated: Count,
  /** Rated with so many stars as the district asks for; whether "basically satisfied" counts is its setting. */
  satisfied: Count,
  solved: Count,
  /** Not solved as the reporter says, or past its limit and not resolved. What is inside its limit is neither. */
  unsolved: Count,
  /** 已评价: "closed" is not "solved". */
  closed: Count,
  /** 呼入: calls that came in and have ended. They count in the total and under the channel phone only. */
  calls: Count,
  /** 接通: calls in which somebody got what they came for, from a person or from the machine. */
  connected: Count,
});
export type Counts = z.infer<typeof Counts>;

/** How long something took, in minutes since the ticket was opened: of working time and by the clock on the wall. */
const Times = z.strictObject({ working: Histogram, wallClock: Histogram });

/** The figures of some tickets and calls in a form that adds up: numerators and denominators, never a rate. */
export const Cell = z.strictObject({ counts: Counts, times: z.strictObject({ accept: Times, resolve: Times }) });
export type Cell = z.infer<typeof Cell>;

const NAMES = Object.keys(Counts.shape) as (keyof Counts)[];

/** The counts that are named, all others 0. */
export const countsOf = (some: Partial<Counts>): Counts => Counts.parse(some);

const NO_TIMES = { accept: { working: {}, wallClock: {} }, resolve: { working: {}, wallClock: {} } };

/** The figures of nothing. */
export const emptyCell: Cell = { counts: countsOf({}), times: NO_TIMES };

/** A cell that has only counts. */
export const cellOf = (some: Partial<Counts>): Cell => ({ counts: countsOf(some), times: NO_TIMES });

type Part<T> = (one: T, other: T) => T;

const combine = (one: Cell, other: Cell, count: Part<number>, histogram: Part<Histogram>): Cell => {
  const times: Part<Cell['times']['accept']> = (a, b) => ({
    working: histogram(a.working, b.working),
    wallClock: histogram(a.wallClock, b.wallClock),
  });
  return {
    counts: Object.fromEntries(NAMES.map((name) => [name, count(one.counts[name], other.counts[name])])) as Counts,
    times: {
      accept: times(one.times.accept, other.times.accept),
      resolve: times(one.times.resolve, other.times.resolve),
    },
  };
};

/** The figures of what is in both cells. In whatever order cells are merged, the result is the same. */
export const merge = (one: Cell, other: Cell): Cell => combine(one, other, (a, b) => a + b, addHistograms);

/** Whether `part` can be in `whole`: no count and no bucket of it is larger. */
export const holds = ({ counts, times }: Cell, part: Cell): boolean =>
  NAMES.every((name) => counts[name] >= part.counts[name]) &&
  holdsHistogram(times.accept.working, part.times.accept.working) &&
  holdsHistogram(times.accept.wallClock, part.times.accept.wallClock) &&
  holdsHistogram(times.resolve.working, part.times.resolve.working) &&
  holdsHistogram(times.resolve.wallClock, part.times.resolve.wallClock);

/** The figures of what is in `whole` and not in `part`, which it must hold. */
export const without = (whole: Cell, part: Cell): Cell => combine(whole, part, (a, b) => a - b, takeHistogram);

/** Whether nothing was counted. Every ticket that counts at all was received, and a call can come without a ticket. */
export const isEmpty = ({ counts }: Cell): boolean => counts.received === 0 && counts.calls === 0;

/** Whether two cells say the same; all cells name their counts in the same order. */
export const isSame = (one: Cell, other: Cell): boolean => JSON.stringify(one) === JSON.stringify(other);
