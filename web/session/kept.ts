import { effect, type Signal, signal } from '@preact/signals';

/**
 * A value that this browser keeps, also when the page is closed, or in `store` for as long as that does. What an older page
 * has kept and this one can't read is left out.
 */
export const kept = <T>(key: string, otherwise: T, store: Storage = localStorage): Signal<T> => {
  const read = (): T => {
    try {
      const text = store.getItem(key);
      return text === null ? otherwise : (JSON.parse(text) as T);
    } catch {
      return otherwise;
    }
  };
  const value = signal(read());
  effect(() => {
    if (value.value === undefined) store.removeItem(key);
    else store.setItem(key, JSON.stringify(value.value));
  });
  return value;
};
