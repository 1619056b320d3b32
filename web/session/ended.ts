/** When and as whom somebody signed in, in milliseconds by this browser's clock. */
export interface Begun {
  id: string;
  since: number;
}

/** What the windows of a browser know of each other's sessions. */
export interface Marks {
  /** When somebody signed out last, in any window. */
  out?: number | undefined;
  /** Who signed in last to pages of this audience, and since when nobody else has. */
  in?: Begun | undefined;
  /** When somebody signed in last. */
  at?: number | undefined;
}

/**
 * A time for what happens now: after all that happened before, also when the clock was put back meanwhile. Else a session
 * could be over before it has begun.
 */
const timeAfter = (now: number, { out = 0, at = 0 }: Marks): number => Math.max(now, out + 1, at + 1);

/** Somebody signs in: their session, and what the other windows are to know. */
export const signedIn = (id: string, now: number, marks: Marks): { begun: Begun; marks: Marks } => {
  const since = timeAfter(now, marks);
  return { begun: { id, since }, marks: { ...marks, in: marks.in?.id === id ? marks.in : { id, since }, at: since } };
};

/** Somebody signs out: what the other windows are to know. */
export const signedOut = (now: number, marks: Marks): Marks => ({ ...marks, out: timeAfter(now, marks) });

/** Whether a session is over in every window: somebody has signed out since it began, or another person has signed in. */
export const hasEnded = ({ id, since }: Begun, { out = 0, in: last }: Marks): boolean =>
  since <= out || (last !== undefined && (last.id !== id || since < last.since));
