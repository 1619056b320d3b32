import { setTimeout as wait } from 'node:timers/promises';
import { ParkedCall, type ParkedMessage } from '#contracts/messages/parked-call.ts';
import { callIdOf } from '#domain/calls/providers.ts';
import type { CallerSeal } from '#ports/caller-seal.ts';
import type { SendAll } from '#ports/send-all.ts';

/** A caller is on the line, and a contact flow waits for 3 s in all. */
const SEALING_MS = 400;

const inTime = async <T>(work: Promise<T>, milliseconds: number): Promise<T> => {
  const ending = new AbortController();
  const late = wait(milliseconds, undefined, { signal: ending.signal }).then(() => {
    throw new Error('the secret could not be read in time');
  });
  return Promise.race([work, late]).finally(() => {
    ending.abort();
    late.catch(() => undefined);
  });
};

/**
 * Parks calls with their callers sealed. Where the secret can't be had now, a call is parked in plain, and says so: calls are
 * parked when services are away, and a call for help that is lost is worse than a number in an encrypted queue.
 */
export const sealedParking = (send: SendAll, { seal }: Pick<CallerSeal, 'seal'>, milliseconds = SEALING_MS): SendAll => {
  const asMessage = async (parked: ParkedCall): Promise<ParkedMessage> => {
    const { phone, answer, ...call } = parked;
    if (phone === undefined && answer === undefined) return call;
    try {
      const sealing = seal(JSON.stringify({ phone, answer }), callIdOf(call.provider, call.call));
      return { ...call, sealed: await inTime(sealing, milliseconds) };
    } catch {
      return { ...parked, unsealed: true };
    }
  };
  return async (bodies) => {
    const messages = await Promise.all(bodies.map((body) => asMessage(ParkedCall.parse(JSON.parse(body)))));
    await send(messages.map((message) => JSON.stringify(message)));
  };
};
