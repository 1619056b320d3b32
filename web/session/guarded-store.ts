/** As much of a browser's storage as the pages use. */
export interface Store {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** All keys of what is kept. */
export const keysOf = (store: Pick<Store, 'length' | 'key'>): string[] =>
  Array.from({ length: store.length }, (_, n) => store.key(n)).filter((key) => key !== null);

/**
 * A browser's storage that never throws. A browser may refuse it as a whole, or be full: what it did not take stays with
 * this page for as long as it is open, and `onRefused` is called.
 */
export const guarded = (find: () => Store, onRefused: () => void = () => {}): Store => {
  /** What the storage did not take, or does not give up (null). */
  const here = new Map<string, string | null>();
  const asked = <T>(what: (store: Store) => T, otherwise: T): T => {
    try {
      return what(find());
    } catch {
      return otherwise;
    }
  };
  const change = (key: string, value: string | null): void => {
    try {
      if (value === null) find().removeItem(key);
      else find().setItem(key, value);
      here.delete(key);
    } catch {
      here.set(key, value);
      if (value !== null) onRefused();
    }
  };
  const keys = (): string[] => {
    const known = new Set(asked(keysOf, []));
    for (const [key, value] of here) {
      if (value === null) known.delete(key);
      else known.add(key);
    }
    return [...known];
  };
  return {
    get length() {
      return keys().length;
    },
    key: (index) => keys()[index] ?? null,
    getItem: (key) => here.get(key) ?? (here.has(key) ? null : asked((store) => store.getItem(key), null)),
    setItem: (key, value) => change(key, value),
    removeItem: (key) => change(key, null),
  };
};
