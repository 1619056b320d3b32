import type { ParkedCall } from '#contracts/messages/parked-call.ts';
import { fold, next, withMessage } from '#domain/calls/conversation.ts';
import { isOutbound } from '#domain/calls/matter-of-call.ts';
import { callIdOf } from '#domain/calls/providers.ts';
import { NotYet } from '#domain/errors.ts';
import { minutesBetween } from '#domain/instant.ts';
import type { CallStore } from '#ports/call-store.ts';
import { type FilingNeeds, fileCutOffCall } from './file-call.ts';
import { settleLostCall } from './lost-calls.ts';

/** For so long a caller who was asked to wait may still be served. */
const HELD_MINUTES = 2;

/** What is needed to make a ticket of a parked call. */
export interface ParkedNeeds extends Omit<FilingNeeds, 'provider'> {
  calls: Pick<CallStore, 'get' | 'end' | 'correct'>;
}

/** What became of it, for the log. */
export interface Filed {
  outcome: 'filed' | 'went-on' | 'outbound';
  ticket?: string;
}

/**
 * Makes the ticket of a call that could not be served when it came, with the time of the call as that of intake. What
 * the call had told before, and what it told instead, is all in it. Once, however often it is asked: a call has one
 * ticket, and what is learned of it later is added. A call that went on after all is left alone.
 */
export const fileParkedCall = async (parked: ParkedCall, needs: ParkedNeeds): Promise<Filed> => {
  const { provider, call: sid, phone, step, answer = {}, recording, correlationId } = parked;
  const id = callIdOf(provider, sid);
  const call = await needs.calls.get(id);
  const { turns = [], startedAt = parked.at } = call ?? {};
  if (isOutbound(turns[0]?.answer)) return { outcome: 'outbound' };
  if (step !== undefined && turns.length > step && recording === undefined) return { outcome: 'went-on' };
  if (parked.held && minutesBetween(parked.at, needs.now()) < HELD_MINUTES)
    throw new NotYet('the caller may still be on the line');

  const caller = phone ?? call?.phone;
  const isNext = turns.length > 0 && step === turns.length;
  const before = fold(turns, needs.district);
  const answered = isNext ? next(before, answer, needs.district) : before;
  // What a question did not understand can't be asked again, and a message has no question.
  const isMissed = isNext && answered.question === before.question && answered.misses > before.misses;
  const isMessage = isMissed || step === undefined || turns.length === 0 || step > turns.length;
  const { speech } = answer;
  const state = isMessage && speech !== undefined ? withMessage(before, { ...answer, speech }, needs.district) : answered;
  const number = await fileCutOffCall(
    { ...state, recording: recording ?? state.recording },
    { call: sid, phone: caller },
    { at: startedAt, correlationId },
    { ...needs, provider },
  );
  const ending = { call: { id, startedAt }, recordedAt: needs.now(), connected: true, correlationId };
  // Somebody may have seen before that nothing was heard of it any more; its caller has a ticket now.
  if ((await needs.calls.end(ending)) === 'ended-before') {
    await settleLostCall(call ?? { id, phone: caller }, needs);
    await needs.calls.correct(ending);
  }
  return { outcome: 'filed', ticket: number };
};
