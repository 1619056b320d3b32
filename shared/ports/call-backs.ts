import type { CallBack } from '#domain/calls/call-back.ts';
import type { Telephone } from '#domain/telephone/telephone.ts';

/** Keeps call-backs. They are written with the end of a call (CallStore.end) and when they are done. */
export interface CallBacks {
  /** The present one of a caller, done or not. */
  ofCaller(phone: Telephone): Promise<CallBack | undefined>;
  /** By its id; undefined when it is not the present one of its caller any more. */
  get(id: string): Promise<CallBack | undefined>;
  /** Replaces it if it still is the version that was seen; `conflict` when it is not. */
  replace(seen: CallBack, becomes: CallBack): Promise<'replaced' | 'conflict'>;
}
