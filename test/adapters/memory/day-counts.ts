import type { DayCounts } from '#ports/day-counts.ts';

/** Counts in memory, and how many there were of each. */
export interface MemoryDayCounts extends DayCounts {
  counts: Map<string, number>;
}

/** Counts of days in memory, never forgotten. */
export const memoryDayCounts = (): MemoryDayCounts => {
  const counts = new Map<string, number>();
  const keyOf = (of: string, day: string): string => `${day} ${of}`;
  return {
    counts,
    take: async (of, day, most) => {
      const taken = counts.get(keyOf(of, day)) ?? 0;
      if (taken >= most) return false;
      counts.set(keyOf(of, day), taken + 1);
      return true;
    },
    giveBack: async (of, day) => {
      const taken = counts.get(keyOf(of, day)) ?? 0;
      if (taken > 0) counts.set(keyOf(of, day), taken - 1);
    },
  };
};
