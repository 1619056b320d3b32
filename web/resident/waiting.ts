import type { Problem } from '#contracts/http/problem.ts';
import { keysOf, type Store } from '#web/session/guarded-store.ts';
import { readFrom } from '#web/session/kept-json.ts';
import { type Draft, draftOf, type NewMatter } from './matter.ts';

/** A matter that this phone keeps until the hotline has it. */
export interface Waiting {
  /** Whose it is: nobody else who signs in on this phone sends or reads it. */
  by: string;
  /** Of this one matter, so that it is filed once, however often it is sent. */
  key: string;
  body: NewMatter;
  /** As it was written, to be taken back. */
  draft: Draft;
  /** When it was put here, in milliseconds. */
  at: number;
  /** It is not sent by itself: it was put aside for another one, or the hotline did not take it. */
  held?: 'aside' | Problem;
}

/** Each has a place of its own: what one window adds no other window can overwrite. */
const PLACE = 'waiting/';
/** An older page had one place for all. */
const OLD_PLACE = 'waiting';

/** Whether something that waits is kept under this name. */
export const isOfWaiting = (key: string): boolean => key === OLD_PLACE || key.startsWith(PLACE);

const isWaiting = (row: Partial<Waiting> | undefined): row is Pick<Waiting, 'by' | 'key' | 'body'> & Partial<Waiting> =>
  typeof row?.by === 'string' && typeof row.key === 'string' && typeof row.body?.matter === 'string';

/** All that waits on this phone, the oldest first. */
export const waitingIn = (store: Store): Waiting[] =>
  keysOf(store)
    .filter(isOfWaiting)
    .flatMap((place) => {
      const row = readFrom<Partial<Waiting>>(store, place);
      return isWaiting(row) ? [{ draft: draftOf(row.body), at: 0, ...row }] : [];
    })
    .sort((one, other) => one.at - other.at);

/** Keeps a matter; one with the same key is the same matter. */
export const keepWaiting = (store: Store, one: Waiting): void => store.setItem(PLACE + one.key, JSON.stringify(one));

/** It waits no more. */
export const dropWaiting = (store: Store, key: string): void => {
  store.removeItem(PLACE + key);
  if (readFrom<Partial<Waiting>>(store, OLD_PLACE)?.key === key) store.removeItem(OLD_PLACE);
};
