/** So long something may be hidden from others, counted from when it was leased: the queue keeps nothing hidden for longer. */
export const LONGEST_LEASE_SECONDS = 12 * 60 * 60;

/**
 * So often a queue hands out one message; then it is a dead letter, and somebody has to look. Each lease counts, also one that
 * ran out. What is put off by a rule of ours ends long before.
 */
export const MOST_DELIVERIES = { work: 20, callBacks: 50 } as const;
