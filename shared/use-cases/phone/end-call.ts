import type { Call } from '#domain/calls/call.ts';
import { type CallBack, withLostCall } from '#domain/calls/call-back.ts';
import { fold } from '#domain/calls/conversation.ts';
import { isConnected, isDecided, isOutbound, knownOf } from '#domain/calls/matter-of-call.ts';
import { partsOfCallId, providerFacts } from '#domain/calls/providers.ts';
import { toldWithoutStars } from '#domain/calls/rating-told.ts';
import { asWished } from '#domain/calls/secrecy.ts';
import { settledByFiling } from '#domain/calls/settled-by-filing.ts';
import type { State } from '#domain/calls/state.ts';
import { canBeRung } from '#domain/telephone/reach.ts';
import type { Command } from '#domain/tickets/commands.ts';
import { factsOf } from '#domain/tickets/states.ts';
import { MOST_ADDITIONS, type Ticket } from '#domain/tickets/ticket.ts';
import type { CallStore } from '#ports/call-store.ts';
import { carryOut } from '#use-cases/carry-out.ts';
import { type FilingNeeds, fileCall, fileCutOffCall } from './file-call.ts';
import { settleLostCall } from './lost-calls.ts';
import { takeTurn } from './take-turn.ts';

/** What is needed to end a call of any provider. */
export interface EndingNeeds extends Omit<FilingNeeds, 'provider'> {
  calls: Pick<CallStore, 'get' | 'end' | 'correct'>;
}

const MOST_ATTEMPTS = 5;
/** A call whose message was found is looked for again after so many minutes. */
const MESSAGE_PATIENCE = 10;

/** What became of a call's end, for the log. */
export type Ending = 'connected' | 'lost' | 'ended-before' | 'outbound';

/** Adds to a ticket what a call or lost calls said of it, and it does not. */
const addSaid = async (number: string, text: string, correlationId: string, needs: EndingNeeds): Promise<void> => {
  const circumstances = { at: needs.now(), actor: { role: 'system' as const }, correlationId };
  const decide = (ticket: Ticket): Command | undefined => {
    const isKnown = ticket.additions.some((one) => one.text === text);
    const isTaken = factsOf(ticket).takesAdditions && ticket.additions.length < MOST_ADDITIONS;
    return isTaken && !isKnown ? { action: 'add', text } : undefined;
  };
  await carryOut(number, decide, circumstances, needs);
};

/**
 * Whether what a lost caller said may not stand in a call-back, which any agent may read beside their number: they wished so,
 * or a matter of theirs is confidential and they do not say otherwise now.
 */
const isSecret = (state: State, seen: CallBack | undefined): boolean =>
  asWished(state).confidential === true || (seen?.sealedAt !== undefined && state.wished !== 'open');

/**
 * Ends a call, once: it is counted, and a caller who was lost is rung back. A stranger, and who is not rung from here, can't
 * be: what they said becomes a ticket as it is, and so do words of one who may be in danger, or who must not be known. Who
 * was lost before and has filed `ticket` now need not be rung back for that.
 */
export const endCall = async (
  ended: Call,
  correlationId: string,
  needs: EndingNeeds,
  ticket?: string | undefined,
): Promise<Ending> => {
  const { id, startedAt, phone, turns } = ended;
  if (isOutbound(turns[0]?.answer)) return 'outbound';
  const state = fold(turns, needs.district);
  const saidSomething = !state.dropped && (state.matter !== undefined || state.recording !== undefined);
  const isReachable = phone !== undefined && canBeRung(phone, needs.district.telephone);
  let connected = isConnected(state);
  const file = async (told: State): Promise<void> => {
    const { provider, call } = partsOfCallId(id);
    await fileCutOffCall(told, { call, phone }, { at: startedAt, correlationId }, { ...needs, provider });
    connected = true;
  };
  // A stranger can't be rung back, and who may be in danger must not wait until somebody rings.
  if (!connected && saidSomething && (!isReachable || state.alarm !== undefined)) await file(state);
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const recordedAt = needs.now();
    // Who wanted that nothing is filed wants no call, either.
    const mayBeRung = !connected && isReachable && !state.dropped;
    const mayHaveBeenLost = connected && isReachable && ticket !== undefined;
    const caller = mayBeRung || mayHaveBeenLost ? await needs.phoneKeys.of(phone) : '';
    const seen = caller === '' ? undefined : await needs.callBacks.ofCaller(caller);
    const secret = mayBeRung && isSecret(state, seen);
    if (secret && saidSomething) await file({ ...state, confidential: true });
    const settled = mayHaveBeenLost ? settledByFiling(seen, state, recordedAt, needs.district) : undefined;
    if (settled?.more !== undefined && ticket !== undefined) await addSaid(ticket, settled.more, correlationId, needs);
    const ending = { call: { id, startedAt }, turns: turns.length, recordedAt, connected, correlationId };
    const { reason, ...told } = knownOf(state);
    const lost = { call: id, at: startedAt, reason, ...(!secret && told) };
    const onceWithin = needs.district.phone.callBackOnceWithinMinutes;
    const isRung = mayBeRung && !connected;
    const added = isRung ? { seen, ...withLostCall(seen, lost, { caller, phone, at: recordedAt, onceWithin }) } : undefined;
    const callBack = settled ? { seen, becomes: settled.becomes, isNew: false } : added;
    const outcome = await needs.calls.end({ ...ending, callBack });
    if (outcome === 'ended-before') {
      // The end of a call may be told before its last answer: then nobody need ring back for what that answer settled.
      if (connected || state.dropped) await settleLostCall(ended, needs);
      if (connected) await needs.calls.correct(ending);
      return outcome;
    }
    if (outcome === 'ended') return connected ? 'connected' : 'lost';
  }
  throw new Error('the call-back of this caller changes faster than it can be read');
};

/** What is needed to end a call that may still have something to say. */
export interface SettlingNeeds extends EndingNeeds {
  calls: Pick<CallStore, 'get' | 'addTurn' | 'end' | 'correct'>;
}

/**
 * The call with the message that its caller may have ended by hanging up. A provider that keeps recordings tells of such a
 * message itself; the others tell nothing, but the recording of the call holds it. Who can be rung back is lost, and the
 * call-back has that recording; of anybody else it is all that is left.
 */
const withMessage = async (call: Call, needs: SettlingNeeds): Promise<Call> => {
  const { provider, call: recording } = partsOfCallId(call.id);
  if (providerFacts[provider].keepsRecordings || fold(call.turns, needs.district).question !== 'record') return call;
  if (call.phone !== undefined && canBeRung(call.phone, needs.district.telephone)) return call;
  // It is looked for again until its end is written: whatever fails between the two must not be the last of it.
  const left = { answerAfter: async () => ({ recording }), patienceAfter: () => MESSAGE_PATIENCE };
  return takeTurn({ id: call.id, step: call.turns.length }, left, needs);
};

/**
 * Ends a call of which nothing more is heard. What its caller asked for in the last step is done first: whatever failed
 * just then was not told again. A cry for help and a matter that was confirmed have their ticket however the call ended.
 */
export const settleCall = async (heard: Call, correlationId: string, needs: SettlingNeeds): Promise<Ending> => {
  const call = await withMessage(heard, needs);
  const state = fold(call.turns, needs.district);
  const told = toldWithoutStars(state, needs.district);
  if (told) await addSaid(told.number, told.text, correlationId, needs);
  if (!isDecided(state) || isOutbound(call.turns[0]?.answer)) return endCall(call, correlationId, needs);
  const { provider, call: sid } = partsOfCallId(call.id);
  const { number: ticket } = await fileCall(state, { call: sid, phone: call.phone }, correlationId, { ...needs, provider });
  return endCall(call, correlationId, needs, ticket);
};
