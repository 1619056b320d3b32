import { type Begun, hasEnded, type Marks, signedIn, signedOut } from './ended.ts';
import type { Store } from './guarded-store.ts';
import { browserStore } from './kept.ts';
import { readFrom } from './kept-json.ts';

/** Where the windows of this browser keep what they know of each other's sessions. */
export const OF_SESSIONS = 'sessions';
const SINCE = 'since';

/** Who signed in last counts for the pages of an audience: an agent and a resident may be two people in one browser. */
interface KeptMarks extends Pick<Marks, 'out' | 'at'> {
  in?: Readonly<Record<string, Begun>>;
}

const page = location.pathname;
const all = (): KeptMarks => readFrom<KeptMarks>(browserStore, OF_SESSIONS) ?? {};
const ofThisPage = ({ out, at, in: last }: KeptMarks): Marks => ({ out, at, in: last?.[page] });
const keep = (before: KeptMarks, { out, at, in: last }: Marks): void =>
  browserStore.setItem(OF_SESSIONS, JSON.stringify({ out, at, in: { ...before.in, ...(last && { [page]: last }) } }));

/** Somebody has signed in here; `store` is where their session is kept. */
export const noteSignedIn = (id: string, store: Store): void => {
  const before = all();
  const { begun, marks } = signedIn(id, Date.now(), ofThisPage(before));
  store.setItem(SINCE, JSON.stringify(begun.since));
  keep(before, marks);
};

/** Somebody signs out here, and so in all windows. */
export const noteSignedOut = (): void => {
  const before = all();
  keep(before, signedOut(Date.now(), ofThisPage(before)));
};

/** Whether a session that is kept in a store is over; one that an older page has begun is so with the next that ends. */
export const hasEndedHere = (id: string, store: Store): boolean =>
  hasEnded({ id, since: readFrom<number>(store, SINCE) ?? 1 }, ofThisPage(all()));
