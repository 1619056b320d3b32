import type { CallBack, CallBacks, LostCall } from '../../ports/call-backs.ts';
import type { Call } from '../../ports/call-store.ts';
import type { Clock } from '../../ports/clock.ts';

interface LostCallNeeds {
  callBacks: Pick<CallBacks, 'ofCaller' | 'replace'>;
  now: Clock;
}

/**
 * Changes the call-back that has this call in it; false when its caller has none. Throws when it changes at the same
 * moment: whoever is told again changes it then.
 */
const changeCallBack = async (
  { id, phone }: Pick<Call, 'id' | 'phone'>,
  change: (seen: CallBack, lost: LostCall) => CallBack | undefined,
  { callBacks }: LostCallNeeds,
): Promise<boolean> => {
  const seen = phone === undefined ? undefined : await callBacks.ofCaller(phone);
  const lost = seen?.calls.find(({ call }) => call === id);
  if (!seen || !lost) return false;
  const becomes = change(seen, lost);
  if (becomes && (await callBacks.replace(seen, { ...becomes, version: seen.version + 1 })) === 'conflict') {
    throw new Error('the call-back changed at the same moment');
  }
  return true;
};

/** Adds to a lost call where its recording lies; false when there is no such call. The first one that was named stays. */
export const addRecording = (call: Pick<Call, 'id' | 'phone'>, recording: string, needs: LostCallNeeds): Promise<boolean> =>
  changeCallBack(
    call,
    (seen, lost) =>
      lost.recording === undefined
        ? { ...seen, calls: seen.calls.map((one) => (one === lost ? { ...lost, recording } : one)) }
        : undefined,
    needs,
  );

/**
 * Takes a call that was lost out of its caller's call-back: it has a ticket after all, or an agent spoke with them. Nobody
 * need ring a caller who has no other lost call.
 */
export const settleLostCall = async (call: Pick<Call, 'id' | 'phone'>, needs: LostCallNeeds): Promise<void> => {
  await changeCallBack(
    call,
    (seen, lost) => {
      if (seen.doneAt !== undefined) return undefined;
      const calls = seen.calls.filter((one) => one !== lost);
      return calls.length > 0 ? { ...seen, calls } : { ...seen, doneAt: needs.now(), outcome: 'settled' };
    },
    needs,
  );
};
