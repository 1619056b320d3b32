import type { RecordingArchive, RecordingSource, Sound } from '#ports/recordings.ts';

/** A bucket in memory, and what is in it. */
export const memoryRecordings = (): RecordingArchive & { kept: Map<string, Sound> } => {
  const kept = new Map<string, Sound>();
  return {
    kept,
    keep: async (key, sound) => void kept.set(key, structuredClone(sound)),
    has: async (key) => kept.has(key),
    linkTo: async (key, seconds) => `memory:${key}?seconds=${seconds}`,
  };
};

/** A provider's recordings in memory, by their addresses; others can't be had. */
export const memoryRecordingSource = (made: ReadonlyMap<string, Sound>): RecordingSource => ({
  fetch: async (url) => {
    const sound = made.get(url);
    if (!sound) throw new Error('the phone provider answered 404');
    return structuredClone(sound);
  },
});
