import type { Store } from '#web/session/guarded-store.ts';

/** A browser's storage in memory. */
export const memoryStore = (items = new Map<string, string>()): Store => ({
  get length() {
    return items.size;
  },
  key: (index) => [...items.keys()][index] ?? null,
  getItem: (key) => items.get(key) ?? null,
  setItem: (key, value) => void items.set(key, value),
  removeItem: (key) => void items.delete(key),
});
