import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guarded, keysOf, type Store } from '#web/session/guarded-store.ts';

/** A browser's storage that refuses when it is told to. */
const storage = () => {
  const items = new Map<string, string>();
  const refused = { is: false };
  const or = <T>(what: () => T): T => {
    if (refused.is) throw new Error('refused');
    return what();
  };
  const store: Store = {
    get length() {
      return or(() => items.size);
    },
    key: (index) => or(() => [...items.keys()][index] ?? null),
    getItem: (key) => or(() => items.get(key) ?? null),
    setItem: (key, value) => or(() => void items.set(key, value)),
    removeItem: (key) => or(() => void items.delete(key)),
  };
  return { store, refused };
};

const key = fc.constantFrom('a', 'b', 'c');
const step = fc.record({ key, value: fc.option(fc.string()), isRefused: fc.boolean() });

describe('what a page keeps', () => {
  it('is there as it was kept last, whatever the browser refused on the way', () => {
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const { store, refused } = storage();
        const page = guarded(() => store);
        const model = new Map<string, string>();
        for (const one of steps) {
          refused.is = one.isRefused;
          if (one.value === null) {
            page.removeItem(one.key);
            model.delete(one.key);
          } else {
            page.setItem(one.key, one.value);
            model.set(one.key, one.value);
          }
          // While it refuses, a browser gives nothing back either.
          refused.is = false;
          expect(new Map(keysOf(page).map((name) => [name, page.getItem(name)]))).toEqual(model);
          for (const name of ['a', 'b', 'c']) expect(page.getItem(name)).toBe(model.get(name) ?? null);
        }
      }),
    );
  });

  it('stays with the page where the browser has no storage at all', () => {
    let refusals = 0;
    const page = guarded(
      () => {
        throw new Error('denied');
      },
      () => {
        refusals += 1;
      },
    );
    expect(page.getItem('a')).toBeNull();
    page.removeItem('a');
    expect(refusals).toBe(0);
    page.setItem('a', '1');
    expect([page.getItem('a'), keysOf(page), refusals]).toEqual(['1', ['a'], 1]);
  });
});
