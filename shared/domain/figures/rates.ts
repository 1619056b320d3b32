import * as z from 'zod';
import { once } from '#domain/once.ts';
import type { Cell, Counts } from './cell.ts';
import { type Histogram, quantile } from './histogram.ts';

/** A share that can be checked and added up: with nothing below, there is no rate (not 0 and not 100 %). */
export const Ratio = once(() =>
  z.object({
    numerator: z.int(),
    denominator: z.int(),
    rate: z.number().nullable().describe('From 0 to 1, in ten-thousandths; null when the denominator is 0.'),
  }),
);
export type Ratio = z.infer<ReturnType<typeof Ratio>>;

const ratio = (numerator: number, denominator: number): Ratio => ({
  numerator,
  denominator,
  rate: denominator === 0 ? null : Math.round((numerator / denominator) * 10_000) / 10_000,
});

/** 受理量: the tickets that the hotline took up, by answering them or by dispatching them. */
export const takenUp = ({ answeredDirectly, dispatched }: Counts): number => answeredDirectly + dispatched;

/** The rates of section 5 of the domain: 接通率, 办结率, 按时办结率, overdue, 退单率, 满意率, 解决率. */
export const ratesOf = (counts: Counts) => ({
  connect: ratio(counts.connected, counts.calls),
  completion: ratio(counts.completedOnTime + counts.completedLate, counts.dispatched),
  onTimeCompletion: ratio(counts.completedOnTime, counts.dispatched),
  overdue: ratio(counts.overdue, counts.dispatched),
  returned: ratio(counts.returned, counts.dispatched),
  satisfaction: ratio(counts.satisfied, counts.rated),
  solved: ratio(counts.solved, counts.solved + counts.unsolved),
});

const Minutes = once(() => z.number().nullable().describe('Minutes; null of no tickets.'));

/** What half, nine tenths and 99 of 100 tickets took at most, in minutes; null of no tickets. */
export const Quantiles = once(() => z.object({ p50: Minutes(), p90: Minutes(), p99: Minutes() }));
export type Quantiles = z.infer<ReturnType<typeof Quantiles>>;

const hundredths = (minutes: number | null): number | null => (minutes === null ? null : Math.round(minutes * 100) / 100);

const quantilesOf = (histogram: Histogram): Quantiles => ({
  p50: hundredths(quantile(histogram, 0.5)),
  p90: hundredths(quantile(histogram, 0.9)),
  p99: hundredths(quantile(histogram, 0.99)),
});

/** How long it took to accept (签收) and to resolve (办结), since the ticket was opened, in working and in all minutes. */
export const timesOf = ({ accept, resolve }: Cell['times']) => ({
  accept: { working: quantilesOf(accept.working), wallClock: quantilesOf(accept.wallClock) },
  resolve: { working: quantilesOf(resolve.working), wallClock: quantilesOf(resolve.wallClock) },
});
