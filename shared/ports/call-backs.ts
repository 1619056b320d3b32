import type { CallBack } from '#domain/calls/call-back.ts';
import type { Instant } from '#domain/instant.ts';

/** Keeps call-backs. They are written with the end of a call (CallStore.end), and when they are done or sealed. */
export interface CallBacks {
  /** The present one of a caller, done or not; `caller` is the key of their telephone. */
  ofCaller(caller: string): Promise<CallBack | undefined>;
  /** By its id; undefined when it is not the present one of its caller any more. */
  get(id: string): Promise<CallBack | undefined>;
  /** Since when each caller waits who is still to be rung back, the oldest first. What was written a moment ago may be missing. */
  waiting(): Promise<Instant[]>;
  /** Replaces it if it still is the version that was seen, or none where none was; `conflict` when it is not. */
  replace(seen: CallBack | undefined, becomes: CallBack): Promise<'replaced' | 'conflict'>;
}
