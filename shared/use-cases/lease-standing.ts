import type { Leasing } from '#ports/lease-queue.ts';

const MOST_ATTEMPTS = 5;

/**
 * Leases what is still to be done. `shown` gives what to show of one that was leased, or undefined for one that it took
 * off the queue because it had been done. One that can't be read is not shown either: its lease ends, and after some it
 * is a dead letter. Throws what `shown` threw when there is nothing else to show.
 */
export const leaseStanding = async <Leased, Shown>(
  leasing: Leasing,
  lease: (leasing: Leasing) => Promise<Leased[]>,
  shown: (leased: Leased) => Promise<Shown | undefined>,
): Promise<Shown[]> => {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    // It has waited already, if it came here again because all that there was had been done.
    const leased = await lease(attempt === 0 ? leasing : { ...leasing, waitSeconds: 0 });
    const read = await Promise.allSettled(leased.map(shown));
    const standing = read.flatMap((result) => (result.status === 'fulfilled' ? (result.value ?? []) : []));
    // Others that were leased with it must not stay hidden because of one that can't be read.
    const failed = read.find((result) => result.status === 'rejected');
    if (failed && standing.length === 0) throw failed.reason;
    if (standing.length > 0 || leased.length === 0) return standing as Shown[];
  }
  return [];
};
