import { type RecordingMade, recordingKey } from '../../contracts/messages/recording-made.ts';
import type { District } from '../../domain/district.ts';
import { minutesBetween } from '../../domain/instant.ts';
import type { CallBacks } from '../../ports/call-backs.ts';
import type { CallStore } from '../../ports/call-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { RecordingArchive, RecordingSource } from '../../ports/recordings.ts';
import type { TicketStore } from '../../ports/ticket-store.ts';
import { carryOut } from '../carry-out.ts';

/** What is needed to keep recordings. */
export interface RecordingNeeds {
  source: RecordingSource;
  archive: Pick<RecordingArchive, 'keep' | 'has'>;
  calls: Pick<CallStore, 'get'>;
  callBacks: Pick<CallBacks, 'ofCaller' | 'replace'>;
  store: Pick<TicketStore, 'numberOf' | 'get' | 'commit'>;
  district: District;
  now: Clock;
}

/** For so long a call may go on whose ticket or call-back is not there yet. */
const PATIENCE_MINUTES = 60;

type Of = Pick<RecordingMade, 'provider' | 'call' | 'at' | 'correlationId'>;

/** Adds a recording to the lost call in its caller's call-back; false when there is none. */
const linkToCallBack = async (id: string, recording: string, { calls, callBacks }: RecordingNeeds): Promise<boolean> => {
  const phone = (await calls.get(id))?.phone;
  const seen = phone === undefined ? undefined : await callBacks.ofCaller(phone);
  const lost = seen?.calls.find(({ call }) => call === id);
  if (!seen || !lost) return false;
  // The first one that was named stays, as on a ticket.
  if (lost.recording !== undefined) return true;
  const linked = seen.calls.map((one) => (one === lost ? { ...lost, recording } : one));
  if ((await callBacks.replace(seen, { ...seen, calls: linked, version: seen.version + 1 })) === 'conflict') {
    throw new Error('the call-back changed at the same moment');
  }
  return true;
};

/**
 * Links a recording that lies in our bucket from what came of its call: its ticket, or its caller's call-back. Throws
 * while neither is there and the call may still go on, so that it comes again; then the recording stays by itself.
 */
export const linkRecording = async (key: string, of: Of, needs: RecordingNeeds): Promise<string> => {
  const { provider, call, at, correlationId } = of;
  const number = await needs.store.numberOf({ scope: `call:${provider}`, key: call });
  if (number !== undefined) {
    const circumstances = { at: needs.now(), actor: { role: 'system' as const }, correlationId };
    const { changed } = await carryOut(number, () => ({ action: 'record', recording: key }), circumstances, needs);
    return changed ? 'linked' : 'linked-before';
  }
  if (await linkToCallBack(`${provider}:${call}`, key, needs)) return 'linked-to-call-back';
  if (minutesBetween(at, needs.now()) < PATIENCE_MINUTES) throw new Error('nothing has come of this call yet');
  return 'kept-unlinked';
};

/** Fetches a recording into our own bucket, once, and links it. */
export const keepRecording = async (made: RecordingMade, needs: RecordingNeeds): Promise<string> => {
  const key = recordingKey(made);
  if (!(await needs.archive.has(key))) await needs.archive.keep(key, await needs.source.fetch(made.url));
  return linkRecording(key, made, needs);
};
