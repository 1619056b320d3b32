import type { DutyRings, SeenRings } from '#ports/duty-rings.ts';

/** Calls to duty telephones in memory, never forgotten. */
export const memoryDutyRings = (): DutyRings => {
  const kept = new Map<string, SeenRings>();
  return {
    of: async (phone) => structuredClone(kept.get(phone) ?? { rings: [], version: 0 }),
    replace: async (phone, { version }, rings) => {
      if ((kept.get(phone)?.version ?? 0) !== version) return 'conflict';
      kept.set(phone, { rings: [...rings], version: version + 1 });
      return 'replaced';
    },
  };
};
