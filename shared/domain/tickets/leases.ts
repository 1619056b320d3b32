/** So long something may be hidden from others, counted from when it was leased: the queue keeps nothing hidden for longer. */
export const LONGEST_LEASE_SECONDS = 12 * 60 * 60;
