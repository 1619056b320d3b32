import { type RecordingMade, recordingKey } from '#contracts/messages/recording-made.ts';
import type { Call } from '#domain/calls/call.ts';
import { fold } from '#domain/calls/conversation.ts';
import { isConnected, isOutbound } from '#domain/calls/matter-of-call.ts';
import { callIdOf } from '#domain/calls/providers.ts';
import type { District } from '#domain/district/district.ts';
import { NotYet } from '#domain/errors.ts';
import { minutesBetween } from '#domain/instant.ts';
import type { CallBacks } from '#ports/call-backs.ts';
import type { CallStore } from '#ports/call-store.ts';
import type { Clock } from '#ports/clock.ts';
import type { PhoneKeys } from '#ports/phone-keys.ts';
import type { RecordingArchive, RecordingSource } from '#ports/recordings.ts';
import type { TicketStore } from '#ports/ticket-store.ts';
import { carryOut } from '#use-cases/carry-out.ts';
import { addRecording } from './lost-calls.ts';

/** What is needed to keep recordings. */
export interface RecordingNeeds {
  source: RecordingSource;
  archive: Pick<RecordingArchive, 'keep' | 'has'>;
  calls: Pick<CallStore, 'get'>;
  callBacks: Pick<CallBacks, 'ofCaller' | 'replace'>;
  phoneKeys: PhoneKeys;
  store: Pick<TicketStore, 'numberOf' | 'get' | 'commit'>;
  district: District;
  now: Clock;
}

/** For so long the ticket or call-back of a call may not be there yet: it may wait for the table, as long as parked calls do. */
const PATIENCE_MINUTES = 48 * 60;
/** And for so long where the caller was served: most such calls leave nothing, but a parked one may still be filed. */
const PATIENCE_AFTER_SERVED_MINUTES = 10;

type Of = Pick<RecordingMade, 'provider' | 'call' | 'at' | 'correlationId'>;

/** Whether its caller got what they came for, wanted nothing after all, or is a stranger who said nothing: nothing comes of it. */
const isServed = ({ turns, phone }: Call, district: District): boolean => {
  if (isOutbound(turns[0]?.answer)) return true;
  const state = fold(turns, district);
  const isSilentStranger = phone === undefined && state.matter === undefined && state.recording === undefined;
  return isConnected(state) || state.dropped === true || isSilentStranger;
};

/**
 * Links a recording that lies in our bucket from what came of its call: its ticket, or its caller's call-back. Throws
 * NotYet while neither is there and the call may still go on, so that it comes again; then the recording stays by itself.
 */
export const linkRecording = async (key: string, of: Of, needs: RecordingNeeds): Promise<string> => {
  const { provider, call, at, correlationId } = of;
  const number = await needs.store.numberOf({ scope: `call:${provider}`, key: call });
  if (number !== undefined) {
    const circumstances = { at: needs.now(), actor: { role: 'system' as const }, correlationId };
    const { changed } = await carryOut(number, () => ({ action: 'record', recording: key }), circumstances, needs);
    return changed ? 'linked' : 'linked-before';
  }
  const known = await needs.calls.get(callIdOf(provider, call));
  if (known && (await addRecording(known, key, needs))) return 'linked-to-call-back';
  const patience = known && isServed(known, needs.district) ? PATIENCE_AFTER_SERVED_MINUTES : PATIENCE_MINUTES;
  if (minutesBetween(at, needs.now()) < patience) throw new NotYet('nothing has come of this call yet');
  return 'kept-unlinked';
};

/** Fetches a recording into our own bucket, once, and links it. */
export const keepRecording = async (made: RecordingMade, needs: RecordingNeeds): Promise<string> => {
  const key = recordingKey(made);
  if (!(await needs.archive.has(key))) await needs.archive.keep(key, await needs.source.fetch(made.url));
  return linkRecording(key, made, needs);
};
