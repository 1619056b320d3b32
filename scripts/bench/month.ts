import type { Used } from './metered-table.ts';

/*
 * What a month costs in dollars, on paper: prices of us-east-1 in 2026, on demand, arm64, without a free tier. What is
 * measured comes from the bench; what is assumed stands here.
 */
const PRICE = {
  written: 0.625e-6,
  read: 0.125e-6,
  invocation: 0.2e-6,
  gigabyteSecond: 13.3334e-6,
  apiRequest: 1e-6,
  published: 0.5e-6,
  queueRequest: 0.4e-6,
} as const;

const MINUTES = 43_200;
/** Functions run with 512 MB; a warm one works for about so long. */
const GIGABYTES = 0.5;
const SECONDS = 0.06;
/** A run of each of the five schedules asks so often: due cards 10, duty 1, reporters 1, silent calls 8, figures 5. */
const IDLE_QUERIES = 25;
const SCHEDULES = 5;
/** One matter by the app: six API calls, six events by stream, topic and queues, two consumers, and half of its figures alone. */
const PER_MATTER = { invocations: 15, apiRequests: 7, published: 6, queueRequests: 12 } as const;

const lambda = (invocations: number): number => invocations * (PRICE.invocation + GIGABYTES * SECONDS * PRICE.gigabyteSecond);
const table = ({ written, read }: Pick<Used, 'written' | 'read'>): number => written * PRICE.written + read * PRICE.read;

/** What nobody's asking costs: the schedules look for what is due. */
export const idleMonth = (): number =>
  table({ read: MINUTES * IDLE_QUERIES * 0.5, written: MINUTES }) + lambda(MINUTES * SCHEDULES);

/** What so many matters cost beside that: each has such a life, and of the figures' runs there is at most one a minute. */
export const monthOf = (matters: number, life: Used, loneEvent: Used): number => {
  const figures = Math.min(matters * 6, MINUTES);
  const { invocations, apiRequests, published, queueRequests } = PER_MATTER;
  const each = table(life) + lambda(invocations) + apiRequests * PRICE.apiRequest;
  return matters * (each + published * PRICE.published + queueRequests * PRICE.queueRequest) + figures * table(loneEvent);
};
