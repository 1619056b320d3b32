import type { Instant } from '../../domain/instant.ts';
import type { CallBack, CallBacks, LostCall } from '../../ports/call-backs.ts';
import type { Call } from '../../ports/call-store.ts';
import type { Clock } from '../../ports/clock.ts';

/** What is learned of a lost call afterwards: where its recording lies, or the ticket that was made of it after all. */
type Note = Required<Pick<LostCall, 'recording'>> | Required<Pick<LostCall, 'ticket'>>;

interface NotingNeeds {
  callBacks: Pick<CallBacks, 'ofCaller' | 'replace'>;
  now: Clock;
}

/** Nobody need ring a caller all of whose calls have become tickets. */
const withCalls = (seen: CallBack, calls: LostCall[], at: Instant): CallBack => {
  const changed = { ...seen, calls, version: seen.version + 1 };
  const isSettled = seen.doneAt === undefined && calls.every(({ ticket }) => ticket !== undefined);
  return isSettled ? { ...changed, doneAt: at, outcome: 'filed' } : changed;
};

/**
 * Writes a note on a lost call into its caller's call-back; false when there is none with this call in it. The first note
 * of a kind stays. Throws when the call-back changes at the same moment: whoever is told again writes it then.
 */
export const noteOnLostCall = async (
  { id, phone }: Pick<Call, 'id' | 'phone'>,
  note: Note,
  { callBacks, now }: NotingNeeds,
): Promise<boolean> => {
  const seen = phone === undefined ? undefined : await callBacks.ofCaller(phone);
  const lost = seen?.calls.find(({ call }) => call === id);
  if (!seen || !lost) return false;
  const noted = { ...note, ...lost };
  if (Object.keys(noted).length === Object.keys(lost).length) return true;
  const calls = seen.calls.map((one) => (one === lost ? noted : one));
  if ((await callBacks.replace(seen, withCalls(seen, calls, now()))) === 'conflict') {
    throw new Error('the call-back changed at the same moment');
  }
  return true;
};
