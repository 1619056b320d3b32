import { plusMinutes } from '#domain/instant.ts';
import type { Clock } from '#ports/clock.ts';
import { CLAIM_MINUTES, type SentMarks } from '#ports/sent-marks.ts';

/** Marks in memory, never forgotten, and why something was never sent. */
export interface MemorySentMarks extends SentMarks {
  refusals: Map<string, string>;
}

/** Marks in memory. Without a clock no claim ever ends. */
export const memorySentMarks = (now: Clock = () => '2026-01-01T00:00:00.000Z'): MemorySentMarks => {
  const done = new Set<string>();
  const claims = new Map<string, { attempt: number; unsure: number; isFree: boolean; until: string }>();
  const refusals = new Map<string, string>();
  return {
    refusals,
    claim: async (id) => {
      if (done.has(id)) return { outcome: 'done' };
      const seen = claims.get(id);
      if (seen && !seen.isFree && seen.until > now()) return { outcome: 'held' };
      const claim = { attempt: (seen?.attempt ?? 0) + 1, unsure: (seen?.unsure ?? 0) + (seen && !seen.isFree ? 1 : 0) };
      claims.set(id, { ...claim, isFree: false, until: plusMinutes(now(), CLAIM_MINUTES) });
      return { outcome: 'claimed', claim };
    },
    release: async (id, { attempt }) => {
      const seen = claims.get(id);
      if (seen?.attempt === attempt) seen.isFree = true;
    },
    settle: async (id, refusedBy) => {
      done.add(id);
      if (refusedBy !== undefined) refusals.set(id, refusedBy);
    },
  };
};
