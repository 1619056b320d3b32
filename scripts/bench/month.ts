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

/** What a page of the desk asks in a minute while somebody looks at it: what changed, how the shift stands, and the counts. */
const ASKED = { changes: 6, shift: 6, counts: 1 } as const;
const SHIFT_MINUTES = 8 * 60;
/** A warm function looks at most so often how the shift stands; half a unit for who is to be rung back, two for the figures. */
const SHIFT_READ_A_MINUTE = 4;
const SHIFT_UNITS = 2.5;
/** Reading all open tickets takes so many units for each of them. */
const UNITS_OF_ONE = 0.03;
/** Asking what changed takes half a unit, and once a minute a whole one: on average. */
const CHANGES_UNITS = 0.6;

/** What a desk of so many people asks in a shift of eight hours, and its dollars. */
export const deskDay = (people: number, openTickets: number): { requests: number; dollars: number } => {
  const minutes = people * SHIFT_MINUTES;
  const requests = minutes * (ASKED.changes + ASKED.shift + ASKED.counts);
  const list = openTickets * UNITS_OF_ONE;
  const read =
    minutes * (ASKED.changes * CHANGES_UNITS + ASKED.counts * list) + SHIFT_MINUTES * SHIFT_READ_A_MINUTE * (list + SHIFT_UNITS);
  return { requests, dollars: requests * PRICE.apiRequest + lambda(requests) + table({ read, written: 0 }) };
};
