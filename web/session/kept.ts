import { effect, type Signal, signal } from '@preact/signals';
import { guarded, type Store } from './guarded-store.ts';
import { readFrom } from './kept-json.ts';

/** The browser did not keep what this page gave it: that is gone when the page is closed. */
export const keepsTooLittle = signal(false);

const noteRefused = (): void => {
  keepsTooLittle.value = true;
};

/** What this browser keeps, for all its windows, also when they are closed. */
export const browserStore = guarded(() => localStorage, noteRefused);

/** What this window keeps until it is closed. */
export const windowStore = guarded(() => sessionStorage, noteRefused);

/** Calls when another window of this browser has changed what is kept; without a key everything may have changed. */
export const whenChangedElsewhere = (listen: (key: string | undefined) => void): void =>
  window.addEventListener('storage', ({ key }) => listen(key ?? undefined));

/** A value that this browser keeps, also when the page is closed, or in `store` for as long as that does. */
export const kept = <T>(key: string, otherwise: T, store: Store = browserStore): Signal<T> => {
  const value = signal(readFrom<T>(store, key) ?? otherwise);
  effect(() => {
    if (value.value === undefined) store.removeItem(key);
    else store.setItem(key, JSON.stringify(value.value));
  });
  return value;
};
