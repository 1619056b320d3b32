import type { Call, Turn } from '#domain/calls/call.ts';
import type { CallBack } from '#domain/calls/call-back.ts';
import type { Instant } from '#domain/instant.ts';

/** How a call ended, written once: counted for ever, and with it the call-back that it leaves. */
export interface CallEnding {
  call: Pick<Call, 'id' | 'startedAt'>;
  /** How many turns were known: a call that has more by now is looked for again. */
  turns?: number | undefined;
  /** When that was found out. */
  recordedAt: Instant;
  /** Whether the caller got what they came for: an agent, a ticket, a look-up, a rating. */
  connected: boolean;
  /** The caller's call-back as it becomes, if this call leaves or adds to one. */
  callBack?: { seen: CallBack | undefined; becomes: CallBack; isNew: boolean } | undefined;
  correlationId: string;
}

/**
 * What this process last knew of calls, so that a turn need not be read before it is written: turns are only ever added,
 * and one that another process was first with is refused. Nothing else may trust it: a later turn may be missing.
 */
export interface RecentCalls {
  of(id: string): Call | undefined;
  keep(call: Call): void;
}

/** Keeps calls for some days, so that a step that is delivered again is answered as the first time. */
export interface CallStore {
  get(id: string): Promise<Call | undefined>;
  /**
   * Adds the turn whose step is the number of turns so far; `conflict` when another delivery was first. When nothing is
   * heard of the call until `silentAt`, it will be among the silent ones; never, without it. Throws from MOST_TURNS on.
   */
  addTurn(call: Call, turn: Turn, silentAt: Instant | undefined): Promise<'added' | 'conflict'>;
  /**
   * Ids of calls that were to be heard of by `until` and have not ended since; at most `most`, longest silent first. What
   * was written a moment ago may be missing for as long, and what has ended a moment ago still be there.
   */
  silent(until: Instant, most: number): Promise<string[]>;
  /**
   * Writes how a call ended and its caller's call-back, all or nothing; a call-back that `isNew` is told to the desk.
   * `ended-before` when it was written before, `conflict` when the call-back is not as it was seen: nothing was written.
   */
  end(ending: CallEnding): Promise<'ended' | 'ended-before' | 'conflict'>;
  /** Counts as connected a call that was counted as lost, once its caller got what they came for after all. */
  correct(ending: Pick<CallEnding, 'call' | 'recordedAt'>): Promise<void>;
}
