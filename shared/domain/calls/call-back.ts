import * as z from 'zod';
import { TicketKind } from '#domain/district/kinds.ts';
import { Instant, plusMinutes } from '#domain/instant.ts';
import { once } from '#domain/once.ts';
import { StoredTelephone } from '#domain/telephone/stored-telephone.ts';
import type { Telephone } from '#domain/telephone/telephone.ts';
import { kept } from '#domain/text/free-text.ts';
import { Matter, Place } from '#domain/tickets/ticket-texts.ts';
import { callBackId } from './call-back-id.ts';

/** So many calls of one caller are told apart in one call-back; what more come say adds nothing. */
export const MOST_LOST_CALLS = 20;

/** One call that was lost, and what was known of it by then. */
export const LostCall = once(() =>
  z.looseObject({
    /** `<provider>:<the provider's id of the call>`. */
    call: z.string(),
    at: Instant,
    reason: z.enum(['hung-up', 'no-agent']),
    kind: TicketKind.optional(),
    matter: kept(Matter).optional(),
    area: z.string().optional(),
    place: kept(Place).optional(),
    recording: z.string().max(500).optional(),
  }),
);
export type LostCall = z.infer<ReturnType<typeof LostCall>>;

/** 回电: somebody at the desk is to ring a caller who was lost. One at a time for each caller. */
export const CallBack = once(() =>
  z.looseObject({
    id: z.string().min(1).max(120),
    /** Absent when it is sealed. */
    phone: StoredTelephone.optional(),
    since: Instant,
    /** Counts its changes. */
    version: z.int().min(1),
    /** None when it is sealed. */
    calls: z.array(LostCall()).max(MOST_LOST_CALLS),
    /** When somebody reached the caller, or gave up, or nothing was left to ring for. */
    doneAt: Instant.optional(),
    /** So often somebody rang in vain and put it off, and the mark of the lease that did so last. */
    tries: z.int().min(1).optional(),
    triedBy: z.string().optional(),
    outcome: z.enum(['reached', 'unreached', 'settled']).optional(),
    /** When a matter of this caller was last filed as confidential: since then nobody at the desk reads what they tell. */
    sealedAt: Instant.optional(),
  }),
);
export type CallBack = z.infer<ReturnType<typeof CallBack>>;

/** A call-back that somebody at the desk may take. */
export type OpenCallBack = CallBack & { phone: Telephone };

/** Whether a caller is still to be rung back, and may be shown to who does it. */
export const isToBeRung = (callBack: CallBack): callBack is OpenCallBack =>
  callBack.doneAt === undefined && callBack.phone !== undefined && callBack.calls.length > 0;

/** What holds where the district says nothing else. */
const CALL_BACK_TRIES = 6;

/**
 * The call-back after somebody rang in vain and wants to try again: the last of the district's tries ends it. Undefined where
 * nothing changes: the try of this lease was counted before, or it is done.
 */
export const triedInVain = (
  seen: CallBack,
  { lease, at, most = CALL_BACK_TRIES }: { lease: string; at: Instant; most?: number | undefined },
): CallBack | undefined => {
  if (seen.doneAt !== undefined || seen.triedBy === lease) return undefined;
  const tries = (seen.tries ?? 0) + 1;
  const becomes = { ...seen, version: seen.version + 1, tries, triedBy: lease };
  return tries < most ? becomes : { ...becomes, doneAt: at, outcome: 'unreached' };
};

/** Of more calls than are kept the first goes that told nothing; if all told something, the last. */
const withoutOne = (calls: LostCall[]): LostCall[] => {
  if (calls.length <= MOST_LOST_CALLS) return calls;
  const bare = calls.findIndex(({ matter, recording }) => matter === undefined && recording === undefined);
  return calls.toSpliced(bare, 1);
};

/**
 * The caller's call-back after one more lost call: the open one with that call in it; a new one when there is none, when
 * it was done, or when it is older than `onceWithin` minutes. The new one keeps what an old one that nobody did knew.
 */
export const withLostCall = (
  seen: CallBack | undefined,
  lost: LostCall,
  { caller, phone, at, onceWithin }: { caller: string; phone: Telephone; at: Instant; onceWithin: number },
): { becomes: CallBack; isNew: boolean } => {
  const isOpen = seen !== undefined && seen.doneAt === undefined;
  const version = (seen?.version ?? 0) + 1;
  const calls = withoutOne([...(isOpen ? seen.calls : []), lost]);
  if (isOpen && at < plusMinutes(seen.since, onceWithin)) return { becomes: { ...seen, version, calls }, isNew: false };
  const { sealedAt } = seen ?? {};
  const id = callBackId(caller, at, version);
  return { becomes: { id, phone, since: at, version, calls, ...(sealedAt !== undefined && { sealedAt }) }, isNew: true };
};

/**
 * The caller's call-back once a matter of theirs was filed as confidential: nobody is to ring them, and neither their number
 * nor what they said is in it any more. There is one also for a caller who had none, since a call that was lost before may
 * be found later.
 */
export const sealedCallBack = (seen: CallBack | undefined, { caller, at }: { caller: string; at: Instant }): CallBack => {
  const version = (seen?.version ?? 0) + 1;
  const { phone: _, ...others } = seen ?? { id: callBackId(caller, at, version), since: at };
  return { ...others, version, calls: [], sealedAt: at, doneAt: seen?.doneAt ?? at, outcome: seen?.outcome ?? 'settled' };
};

/** A change of a call-back that has this lost call in it; undefined where nothing changes. */
type CallBackChange = (seen: CallBack, lost: LostCall) => CallBack | undefined;

/** Adds to a lost call where its recording lies. The first one that was named stays. */
export const withRecording =
  (recording: string): CallBackChange =>
  (seen, lost) =>
    lost.recording === undefined
      ? { ...seen, calls: seen.calls.map((one) => (one === lost ? { ...lost, recording } : one)) }
      : undefined;

/** Takes out a lost call that nobody need return any more; without another one the call-back is settled. */
export const withoutLostCall =
  (at: Instant): CallBackChange =>
  (seen, lost) => {
    if (seen.doneAt !== undefined) return undefined;
    const calls = seen.calls.filter((one) => one !== lost);
    return calls.length > 0 ? { ...seen, calls } : { ...seen, doneAt: at, outcome: 'settled' };
  };
