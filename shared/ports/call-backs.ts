import * as z from 'zod';
import { Instant } from '../domain/instant.ts';
import { TicketKind } from '../domain/ticket-words.ts';

/** So many calls of one caller are told apart in one call-back; what more come say adds nothing. */
export const MOST_LOST_CALLS = 20;

/** One call that was lost, and what was known of it by then. */
export const LostCall = z.strictObject({
  /** `<provider>:<the provider's id of the call>`. */
  call: z.string(),
  at: Instant,
  reason: z.enum(['hung-up', 'no-agent']),
  kind: TicketKind.optional(),
  matter: z.string().max(2000).optional(),
  area: z.string().optional(),
  place: z.string().max(200).optional(),
  recording: z.string().max(500).optional(),
});
export type LostCall = z.infer<typeof LostCall>;

/** 回电: somebody at the desk is to ring a caller who was lost. One at a time for each caller. */
export const CallBack = z.strictObject({
  id: z.string().min(1).max(120),
  phone: z.string().max(20),
  since: Instant,
  /** Counts its changes. */
  version: z.int().min(1),
  calls: z.array(LostCall).min(1).max(MOST_LOST_CALLS),
  /** When somebody reached the caller, or gave up, or nothing was left to ring for. */
  doneAt: Instant.optional(),
  outcome: z.enum(['reached', 'unreached', 'settled']).optional(),
});
export type CallBack = z.infer<typeof CallBack>;

/** Keeps call-backs. They are written with the end of a call (CallStore.end) and when they are done. */
export interface CallBacks {
  /** The present one of a caller, done or not. */
  ofCaller(phone: string): Promise<CallBack | undefined>;
  /** By its id; undefined when it is not the present one of its caller any more. */
  get(id: string): Promise<CallBack | undefined>;
  /** Replaces it if it still is the version that was seen; `conflict` when it is not. */
  replace(seen: CallBack, becomes: CallBack): Promise<'replaced' | 'conflict'>;
}
