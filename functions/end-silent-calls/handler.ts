import type { CallStore } from '#ports/call-store.ts';
import type { Log } from '#runtime/log.ts';
import { type SettlingNeeds, settleCall } from '#use-cases/phone/end-call.ts';

/** So many in one run; what is left comes in the next minute. */
const MOST_AT_ONCE = 200;

interface Needs extends Omit<SettlingNeeds, 'calls'> {
  calls: Pick<CallStore, 'get' | 'addTurn' | 'end' | 'silent'>;
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
    const ids = await needs.calls.silent(needs.now(), MOST_AT_ONCE);
    const correlationId = newId();
    let failures = 0;
    for (const id of ids) {
      try {
        const call = await needs.calls.get(id);
        if (call) await settleCall(call, correlationId, needs);
      } catch (error) {
        failures += 1;
        log('error', 'call not ended', { event: id, correlationId, error });
      }
    }
    const ended = ids.length - failures;
    if (failures > 0) throw new Error(`${failures} ${failures === 1 ? 'call' : 'calls'} could not be ended; ${ended} were`);
    return ended;
  };
