import { kept } from '#web/session/kept.ts';
import { departmentApi } from './api.ts';

/** The leases of work that this browser holds, by the number of the ticket. */
const leases = kept<Readonly<Record<string, string>>>('leases', {});

/** So long others wait for what was leased beside the one that is looked for. */
const LEASE_SECONDS = 60;
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

const forget = (number: string): void => {
  const { [number]: _, ...others } = leases.value;
  leases.value = others;
};

/** Whether its message has left the queue, or is not there to be leased. */
const isTaken = async (department: string, number: string): Promise<boolean> => {
  const lease = await leaseOf(department, number);
  if (lease === undefined) return true;
  forget(number);
  return departmentApi(department)
    .acknowledge(lease)
    .then(
      () => true,
      () => false,
    );
};

/**
 * A ticket of the list is in hand, or was given back: its message leaves the department's queue, so that the queue does not
 * call for somebody. One that a program of the department has leased, that program acknowledges.
 */
export const takeFromQueue = async (department: string, number: string): Promise<void> => {
  try {
    // A lease that was kept here may have run out: the second one is new.
    if (!(await isTaken(department, number))) await isTaken(department, number);
  } catch {
    // The ticket itself is done. Its message comes again, and leaves the queue at the latest when the ticket is resolved.
  }
};
