/** A claim on something to send: which one it is, and how many before it ended without a word. */
export interface Claim {
  attempt: number;
  /** So often somebody claimed it and never said whether it was sent: a process died, or the provider did not answer. */
  unsure: number;
}

/** What a claim came to. `held`: somebody else is sending it at this moment. `done`: it was sent, or never will be. */
export type Claimed = { outcome: 'claimed'; claim: Claim } | { outcome: 'held' } | { outcome: 'done' };

/** How long a claim lasts. Longer than any function that sends may run, shorter than a message of its queue stays hidden. */
export const CLAIM_MINUTES = 2;

/**
 * Who may send something to somebody outside, and what was sent, for some weeks. It is claimed before it is sent, so that
 * no two send it at once. A claim whose owner died is taken over when it ends.
 */
export interface SentMarks {
  claim(id: string): Promise<Claimed>;
  /** Nothing was sent: anybody may claim it at once. Does nothing when the claim was taken over. */
  release(id: string, claim: Claim): Promise<void>;
  /** It was sent, or never will be: then for the reason that the provider gave, by its code. */
  settle(id: string, refusedBy?: string): Promise<void>;
}
