/**
 * So long a request for work waits for some to come. A queue that is asked without any wait overlooks what lies in it; a
 * function that waits for longer is paid for it.
 */
export const LEASE_WAIT_SECONDS = 1;

/** While there is work, there may be more. */
const SECONDS_WITH_WORK = 1;
/** One client that asks all month is to cost less than a dollar; docs/how-it-works.md has the sum. */
const SECONDS_WITHOUT = 15;

/** The header of an answer that says when to ask for work again: soon while there was some. */
export const whenToLeaseAgain = (leased: readonly unknown[]): { 'retry-after': string } => ({
  'retry-after': String(leased.length > 0 ? SECONDS_WITH_WORK : SECONDS_WITHOUT),
});
