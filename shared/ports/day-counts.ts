import type { Day } from '#domain/instant.ts';

/** Counts what the hotline does on a day of the district, of whom or of all, so that it can stop at a limit. */
export interface DayCounts {
  /** Counts one more, unless there were `most` already; two at once can't pass together. Gives whether it was counted. */
  take(of: string, day: Day, most: number): Promise<boolean>;
  /** Takes one back that was counted and did not happen. */
  giveBack(of: string, day: Day): Promise<void>;
}
