import { type ParkedCall, ParkedCaller, type ParkedMessage } from '#contracts/messages/parked-call.ts';
import { callIdOf } from '#domain/calls/providers.ts';
import type { CallerSeal } from '#ports/caller-seal.ts';

/**
 * A parked call with its caller, from a message of today or of before. Throws while it can't be opened: the message then stays
 * in its queue as it is.
 */
export const openedCall = async (
  { sealed, unsealed: _, ...parked }: ParkedMessage,
  { open }: Pick<CallerSeal, 'open'>,
): Promise<ParkedCall> => {
  if (sealed === undefined) return parked;
  const caller = ParkedCaller.parse(JSON.parse(await open(sealed, callIdOf(parked.provider, parked.call))));
  return { ...parked, ...caller };
};
