import type { CallStore } from '#ports/call-store.ts';
import type { Log } from '#runtime/log.ts';
import { type SettlingNeeds, settleCall } from '#use-cases/phone/end-call.ts';

/** So many are ended in one run; what is left comes in the next minute. */
const MOST_AT_ONCE = 200;
/** Those that can't be ended stand before all others, minute by minute: so many of them do not hide what is behind. */
const MOST_LOOKED_AT = 2000;

interface Needs extends Omit<SettlingNeeds, 'calls'> {
  calls: Pick<CallStore, 'get' | 'addTurn' | 'end' | 'correct' | 'silent'>;
  newId: () => string;
  log: Log;
}

/**
 * Ends the calls that nobody has heard of any more: a provider may not tell when somebody hangs up. Gives how many. A call
 * that fails stops no other: the run ends in an error when all others are done.
 */
export const createHandler =
  ({ newId, log, ...needs }: Needs) =>
  async (): Promise<number> => {
    const ids = await needs.calls.silent(needs.now(), MOST_LOOKED_AT);
    const correlationId = newId();
    let [failures, ended] = [0, 0];
    for (const id of ids) {
      if (ended === MOST_AT_ONCE) break;
      try {
        const call = await needs.calls.get(id);
        if (call) await settleCall(call, correlationId, needs);
        ended += 1;
      } catch (error) {
        failures += 1;
        log('error', 'call not ended', { event: id, correlationId, error });
      }
    }
    if (failures > 0) throw new Error(`${failures} ${failures === 1 ? 'call' : 'calls'} could not be ended; ${ended} were`);
    return ended;
  };
