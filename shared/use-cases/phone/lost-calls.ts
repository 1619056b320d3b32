import type { Call } from '#domain/calls/call.ts';
import type { CallBack, LostCall } from '#domain/calls/call-back.ts';
import { withoutLostCall, withRecording } from '#domain/calls/call-back.ts';
import type { CallBacks } from '#ports/call-backs.ts';
import type { Clock } from '#ports/clock.ts';
import type { PhoneKeys } from '#ports/phone-keys.ts';

interface LostCallNeeds {
  callBacks: Pick<CallBacks, 'ofCaller' | 'replace'>;
  phoneKeys: PhoneKeys;
  now: Clock;
}

/**
 * Changes the call-back that has this call in it; false when its caller has none. Throws when it changes at the same
 * moment: whoever is told again changes it then.
 */
const changeCallBack = async (
  { id, phone }: Pick<Call, 'id' | 'phone'>,
  change: (seen: CallBack, lost: LostCall) => CallBack | undefined,
  { callBacks, phoneKeys }: LostCallNeeds,
): Promise<boolean> => {
  const seen = phone === undefined ? undefined : await callBacks.ofCaller(await phoneKeys.of(phone));
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
  changeCallBack(call, withRecording(recording), needs);

/**
 * Takes a call that was lost out of its caller's call-back: it has a ticket after all, or an agent spoke with them. Nobody
 * need ring a caller who has no other lost call.
 */
export const settleLostCall = async (call: Pick<Call, 'id' | 'phone'>, needs: LostCallNeeds): Promise<void> => {
  await changeCallBack(call, withoutLostCall(needs.now()), needs);
};
