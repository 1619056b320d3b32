import { fold } from '../../channels/voice/conversation.ts';
import type { Provider } from '../../channels/voice/heard.ts';
import { isConnected, isDecided, isOutbound, knownOf } from '../../channels/voice/matter-of-call.ts';
import { callBackId } from '../../domain/call-back-id.ts';
import { type Instant, plusMinutes } from '../../domain/instant.ts';
import { type CallBack, type CallBacks, type LostCall, MOST_LOST_CALLS } from '../../ports/call-backs.ts';
import type { Call, CallStore } from '../../ports/call-store.ts';
import { type FilingNeeds, fileCall, fileCutOffCall } from './file-call.ts';
import { takeTurn } from './take-turn.ts';

/** What is needed to end a call of any provider. */
export interface EndingNeeds extends Omit<FilingNeeds, 'provider'> {
  calls: Pick<CallStore, 'get' | 'end'>;
  callBacks: Pick<CallBacks, 'ofCaller' | 'replace'>;
}

const MOST_ATTEMPTS = 5;

/** What became of a call's end, for the log. */
export type Ending = 'connected' | 'lost' | 'ended-before' | 'outbound';

/** The provider that a call's id names, and its own id of the call. */
const partsOf = (id: string): { provider: Provider; call: string } => {
  const [provider, ...call] = id.split(':');
  return { provider: provider as Provider, call: call.join(':') };
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
  { phone, at, onceWithin }: { phone: string; at: Instant; onceWithin: number },
): { becomes: CallBack; isNew: boolean } => {
  const isOpen = seen !== undefined && seen.doneAt === undefined;
  const version = (seen?.version ?? 0) + 1;
  const calls = withoutOne([...(isOpen ? seen.calls : []), lost]);
  if (isOpen && at < plusMinutes(seen.since, onceWithin)) return { becomes: { ...seen, version, calls }, isNew: false };
  return { becomes: { id: callBackId(phone, at, version), phone, since: at, version, calls }, isNew: true };
};

/**
 * Ends a call, once: it is counted, and a caller who was lost is rung back. A stranger who was lost can't be rung; what
 * they said becomes a ticket as it is.
 */
export const endCall = async (ended: Call, correlationId: string, needs: EndingNeeds): Promise<Ending> => {
  const { id, startedAt, phone, turns } = ended;
  if (isOutbound(turns[0]?.answer)) return 'outbound';
  const state = fold(turns, needs.district);
  const saidSomething = state.matter !== undefined || state.recording !== undefined;
  let connected = isConnected(state);
  if (!connected && phone === undefined && saidSomething) {
    const { provider, call } = partsOf(id);
    await fileCutOffCall(state, { call, phone }, { at: startedAt, correlationId }, { ...needs, provider });
    connected = true;
  }
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const recordedAt = needs.now();
    const ending = { call: { id, startedAt }, recordedAt, connected, correlationId };
    const seen = connected || phone === undefined ? undefined : await needs.callBacks.ofCaller(phone);
    const lost = { call: id, at: startedAt, ...knownOf(state) };
    const onceWithin = needs.district.phone.callBackOnceWithinMinutes;
    const callBack =
      connected || phone === undefined ? undefined : { seen, ...withLostCall(seen, lost, { phone, at: recordedAt, onceWithin }) };
    const outcome = await needs.calls.end({ ...ending, callBack });
    if (outcome === 'ended-before') return outcome;
    if (outcome === 'ended') return connected ? 'connected' : 'lost';
  }
  throw new Error('the call-back of this caller changes faster than it can be read');
};

/** What is needed to end a call that may still have something to say. */
export interface SettlingNeeds extends EndingNeeds {
  calls: Pick<CallStore, 'get' | 'addTurn' | 'end'>;
}

/**
 * The call with the message that its caller ended by hanging up. Twilio tells of such a message itself; the others tell
 * nothing, but the recording of the call holds it.
 */
const withMessage = async (call: Call, needs: SettlingNeeds): Promise<Call> => {
  const { provider, call: recording } = partsOf(call.id);
  if (provider === 'twilio' || fold(call.turns, needs.district).question !== 'record') return call;
  const left = { answerAfter: async () => ({ recording }), patienceAfter: () => undefined };
  return takeTurn({ id: call.id, step: call.turns.length }, left, needs);
};

/**
 * Ends a call of which nothing more is heard. What its caller asked for in the last step is done first: whatever failed
 * just then was not told again. A cry for help and a matter that was confirmed have their ticket however the call ended.
 */
export const settleCall = async (heard: Call, correlationId: string, needs: SettlingNeeds): Promise<Ending> => {
  const call = await withMessage(heard, needs);
  const state = fold(call.turns, needs.district);
  if (isDecided(state) && !isOutbound(call.turns[0]?.answer)) {
    const { provider, call: sid } = partsOf(call.id);
    await fileCall(state, { call: sid, phone: call.phone }, correlationId, { ...needs, provider });
  }
  return endCall(call, correlationId, needs);
};
