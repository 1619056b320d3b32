import type { CallStore } from '../../shared/ports/call-store.ts';
import { type EndingNeeds, endCall } from '../../shared/use-cases/phone/end-call.ts';

/** So many in one run; what is left comes in the next minute. */
const MOST_AT_ONCE = 200;

type Needs = Omit<EndingNeeds, 'calls'> & { calls: Pick<CallStore, 'get' | 'end' | 'silent'>; newId: () => string };

/** Ends the calls that nobody has heard of any more: a provider may not tell when somebody hangs up. Gives how many. */
export const createHandler =
  ({ newId, ...needs }: Needs) =>
  async (): Promise<number> => {
    const ids = await needs.calls.silent(needs.now(), MOST_AT_ONCE);
    const correlationId = newId();
    for (const id of ids) {
      const call = await needs.calls.get(id);
      if (call) await endCall(call, correlationId, needs);
    }
    return ids.length;
  };
