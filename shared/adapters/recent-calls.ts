import type { Call } from '#domain/calls/call.ts';
import type { RecentCalls } from '#ports/call-store.ts';

/** More calls are not open at once for one function; what is forgotten is read. */
const MOST = 100;

/** The calls that this process has just answered. */
export const recentCalls = (): RecentCalls => {
  const calls = new Map<string, Call>();
  return {
    of: (id) => calls.get(id),
    keep: (call) => {
      // The one that was kept longest stands first.
      calls.delete(call.id);
      calls.set(call.id, call);
      const [oldest] = calls.keys();
      if (calls.size > MOST && oldest !== undefined) calls.delete(oldest);
    },
  };
};
