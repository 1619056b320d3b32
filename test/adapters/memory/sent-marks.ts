import type { SentMarks } from '#ports/sent-marks.ts';

/** Marks in memory, never forgotten. */
export const memorySentMarks = (): SentMarks => {
  const sent = new Set<string>();
  return { isSent: async (id) => sent.has(id), markSent: async (id) => void sent.add(id) };
};
