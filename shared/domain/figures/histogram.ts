import * as z from 'zod';

/*
 * Minutes in buckets that each reach a tenth further than the one before (gamma), so that whatever is read from a bucket
 * is within ERROR of every value that was put in; the buckets of two histograms simply add up. See C. Masson et al.,
 * DDSketch (VLDB 2019). Bucket 0 holds what took less than a second, and answers 0.
 */
export const ERROR = 0.05;
const GAMMA = (1 + ERROR) / (1 - ERROR);
const SHORTEST = 1 / 60;

/** How often each bucket was hit, by the bucket's number; a bucket that was not hit is absent. */
export const Histogram = z.record(z.string().regex(/^\d+$/), z.int().min(1));
export type Histogram = z.infer<typeof Histogram>;

const bucketOf = (minutes: number): number =>
  minutes < SHORTEST ? 0 : Math.floor(Math.log(minutes / SHORTEST) / Math.log(GAMMA)) + 1;

/** The value whose relative distance to both ends of the bucket is the same. */
const minutesOf = (bucket: number): number => (bucket === 0 ? 0 : (SHORTEST * GAMMA ** (bucket - 1) * 2 * GAMMA) / (1 + GAMMA));

/** The histogram of one value, in minutes. */
export const histogramOf = (minutes: number): Histogram => ({ [bucketOf(minutes)]: 1 });

/** The histogram of both histograms' values. */
export const addHistograms = (one: Histogram, other: Histogram): Histogram => combine(one, other, 1);

/** The histogram of what is left of `whole` when `part`'s values are taken out; they must be in it. */
export const takeHistogram = (whole: Histogram, part: Histogram): Histogram => combine(whole, part, -1);

/** Whether all of `part`'s values are in `whole`. */
export const holdsHistogram = (whole: Histogram, part: Histogram): boolean =>
  Object.entries(part).every(([bucket, times]) => (whole[bucket] ?? 0) >= times);

const combine = (one: Histogram, other: Histogram, sign: 1 | -1): Histogram => {
  const sum: Histogram = { ...one };
  for (const [bucket, times] of Object.entries(other)) {
    const left = (sum[bucket] ?? 0) + sign * times;
    if (left === 0) delete sum[bucket];
    else sum[bucket] = left;
  }
  return sum;
};

/**
 * The value, in minutes, that a share of all values is at or below (nearest rank), off by at most ERROR of itself; null
 * of none. Numbered keys of an object come in the order of their numbers.
 */
export const quantile = (histogram: Histogram, share: number): number | null => {
  const hits = Object.entries(histogram);
  let left = Math.max(1, Math.ceil(share * hits.reduce((sum, [, times]) => sum + times, 0)));
  for (const [bucket, times] of hits) {
    left -= times;
    if (left <= 0) return minutesOf(Number(bucket));
  }
  return null;
};
