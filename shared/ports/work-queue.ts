import type { WorkItem } from '#domain/tickets/work-item.ts';
import type { Leasing, QueueSize } from './lease-queue.ts';

/** A piece of work that is leased: hidden from others until the lease ends, gone when it is acknowledged. */
export interface LeasedWork {
  lease: string;
  work: WorkItem;
}

/** The work queues of the departments, one each. Throws Refusal `department-unknown` for one without a queue. */
export interface WorkQueue {
  /** Waits up to `waitSeconds` for work and leases at most `most` pieces for `leaseSeconds`. Empty when none came. */
  lease(department: string, leasing: Leasing): Promise<LeasedWork[]>;
  /** Takes the work off the queue. Throws Refusal `lease-invalid`. Twice is the same as once. */
  acknowledge(department: string, lease: string): Promise<void>;
  /**
   * Ends the lease, so that the work comes again after `delaySeconds`, or sooner where that is longer than it may still be
   * hidden. Gives after how many. Throws Refusal `lease-invalid`.
   */
  giveBack(department: string, lease: string, delaySeconds: number): Promise<number>;
  /** About how much work of a department waits to be leased, and how much is leased. */
  size(department: string): Promise<QueueSize>;
}
