import type { Store } from './guarded-store.ts';

/** What stands in a store as JSON; what an older page has kept and this one can't read is left out. */
export const readFrom = <T>(store: Store, key: string): T | undefined => {
  try {
    return JSON.parse(store.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
};
