import { Refused } from '#web/session/call.ts';
import { kept } from '#web/session/kept.ts';
import { departmentApi } from './api.ts';

/** A ticket that was fetched here; its lease ends when somebody has accepted or returned it. */
interface Fetched {
  department: string;
  number: string;
  lease?: string;
}

/**
 * The tickets that were fetched with this browser. The API hands out work and lists none of it, so the page keeps the
 * numbers; what is lost here comes again, as long as nobody has accepted it.
 */
export const inbox = kept<readonly Fetched[]>('inbox', []);

const LEASE_SECONDS = 3600;
const MOST = 10;

/** Fetches work of a department. Gives how many tickets are new here. */
export const fetchWork = async (department: string): Promise<number> => {
  const { work } = await departmentApi(department).lease({ most: MOST, leaseSeconds: LEASE_SECONDS });
  const before = inbox.value;
  const again = new Map(work.map(({ item, lease }) => [item.number as string, lease]));
  const known = new Set(before.map(({ number }) => number));
  const renewed = before.map((one) => {
    const lease = again.get(one.number);
    return lease === undefined ? one : { ...one, lease };
  });
  const fresh = [...again].filter(([number]) => !known.has(number)).map(([number, lease]) => ({ department, number, lease }));
  inbox.value = [...fresh, ...renewed];
  return fresh.length;
};

/** The department has a ticket safely in hand, or has given it back: it is not handed out again. */
export const endLease = async (department: string, number: string): Promise<void> => {
  const lease = inbox.value.find((one) => one.number === number)?.lease;
  if (lease === undefined) return;
  await departmentApi(department)
    .acknowledge(lease)
    .catch((error: unknown) => {
      // It has run out: the ticket comes once more, and is known here then.
      if (!(error instanceof Refused)) throw error;
    });
  inbox.value = inbox.value.map((one) => (one.number === number ? { department, number } : one));
};

/** It is no longer this department's. */
export const forget = (number: string): void => {
  inbox.value = inbox.value.filter((one) => one.number !== number);
};
