/** How many are leased, how long to wait when there are none, and how long nobody else gets them. */
export interface Leasing {
  most: number;
  waitSeconds: number;
  leaseSeconds: number;
}

/** One item that is leased: hidden from others until the lease ends, gone when it is acknowledged. */
export interface Leased<T> {
  lease: string;
  item: T;
}

/** About how many items of a queue are to be had, and how many are hidden because somebody leases them or put them off. */
export interface QueueSize {
  waiting: number;
  leased: number;
}

/** A queue from which people take. Each item has a key; a lease serves for the key that it was given out for, and no other. */
export interface LeaseQueue<T> {
  /** Waits up to `waitSeconds` for items and leases at most `most`. Empty when none came. */
  lease(leasing: Leasing): Promise<Leased<T>[]>;
  /** Whether a lease has ended, as far as itself can tell. Throws Refusal `lease-invalid` for one that is not of this key. */
  standing(key: string, lease: string): Promise<'held' | 'ended'>;
  /** Takes the item off the queue. Throws Refusal `lease-invalid`. Twice is the same as once. */
  acknowledge(key: string, lease: string): Promise<void>;
  /**
   * Ends the lease, so that the item comes again after `delaySeconds`, or sooner where that is longer than it may still be
   * hidden. Gives after how many. Throws Refusal `lease-invalid`.
   */
  giveBack(key: string, lease: string, delaySeconds: number): Promise<number>;
  size(): Promise<QueueSize>;
}
