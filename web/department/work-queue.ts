import { kept } from '#web/session/kept.ts';
import { departmentApi } from './api.ts';

/** The leases of work that this browser holds, by the number of the ticket. */
const leases = kept<Readonly<Record<string, string>>>('leases', {});

const LEASE_SECONDS = 3600;
const MOST = 10;
const MOST_TRIES = 5;

/** Leases work until that of a ticket is there. */
const leaseOf = async (department: string, number: string): Promise<string | undefined> => {
  for (let tries = 0; tries < MOST_TRIES && leases.value[number] === undefined; tries += 1) {
    const { work } = await departmentApi(department).lease({ most: MOST, leaseSeconds: LEASE_SECONDS });
    if (work.length === 0) break;
    leases.value = { ...leases.value, ...Object.fromEntries(work.map(({ item, lease }) => [item.number, lease])) };
  }
  return leases.value[number];
};

/**
 * A ticket of the list is in hand, or was given back: its message leaves the department's queue, so that the queue does not
 * call for somebody. One that a program of the department has leased, that program acknowledges.
 */
export const takeFromQueue = async (department: string, number: string): Promise<void> => {
  try {
    const lease = await leaseOf(department, number);
    if (lease !== undefined) await departmentApi(department).acknowledge(lease);
  } catch {
    // The ticket itself is done. What stays in the queue comes again, and leaves it with the next one.
  }
  const { [number]: _, ...others } = leases.value;
  leases.value = others;
};
