import type { CallBackWanted } from '#contracts/messages/call-back-wanted.ts';
import { Call, MOST_TURNS } from '#domain/calls/call.ts';
import { CallBack } from '#domain/calls/call-back.ts';
import { callerOf } from '#domain/calls/call-back-id.ts';
import type { Instant } from '#domain/instant.ts';
import type { CallBacks } from '#ports/call-backs.ts';
import type { CallEnding, CallStore } from '#ports/call-store.ts';
import { inOrder } from './in-order.ts';

/** How a call ended, as it is counted. */
export type Outcome = Pick<CallEnding, 'recordedAt' | 'connected'> & Pick<Call, 'id' | 'startedAt'>;

/** Calls and call-backs in memory, and all that became of them. */
export interface MemoryCalls extends CallStore {
  /** The port of call-backs over the same table. */
  backs: CallBacks;
  endings(): Outcome[];
  /** Those that calls have left. That a caller is sealed who never had one is none. */
  callBacks(): CallBack[];
  /** What the desk was told, as the table's stream would carry it. */
  wanted(): CallBackWanted[];
}

/** Calls in memory; none is ever forgotten. */
export const memoryCalls = (): MemoryCalls => {
  const calls = new Map<string, Call>();
  const silent = new Map<string, Instant>();
  const endings = new Map<string, Outcome>();
  const callBacks = new Map<string, CallBack>();
  const wanted: CallBackWanted[] = [];

  const present = (caller: string): CallBack | undefined => {
    const found = callBacks.get(caller);
    return found && CallBack().parse(structuredClone(found));
  };
  const isAsSeen = (seen: CallBack | undefined, caller: string): boolean => {
    const there = callBacks.get(caller);
    return there?.id === seen?.id && there?.version === seen?.version;
  };

  return {
    get: async (id) => {
      const call = calls.get(id);
      return call && Call().parse(structuredClone(call));
    },
    addTurn: async ({ id, startedAt, phone }, turn, silentAt) => {
      if (turn.step >= MOST_TURNS) throw new Error(`a call has at most ${MOST_TURNS} turns`);
      const call = calls.get(id) ?? { id, startedAt, ...(phone !== undefined && { phone }), turns: [] };
      if (turn.step !== call.turns.length) return 'conflict';
      const { ended: _, ...open } = call;
      calls.set(id, { ...open, turns: [...call.turns, structuredClone(turn)] });
      silent.delete(id);
      if (silentAt !== undefined) silent.set(id, silentAt);
      return 'added';
    },
    silent: async (until, most) =>
      [...silent]
        .filter(([, at]) => at <= until)
        .sort(([one, oneAt], [other, otherAt]) => inOrder([oneAt, one], [otherAt, other]))
        .slice(0, most)
        .map(([id]) => id),
    end: async ({ call, turns, recordedAt, connected, callBack, correlationId }) => {
      const { id } = call;
      const isFirst = !endings.has(id);
      if (isFirst && callBack && !isAsSeen(callBack.seen, callerOf(callBack.becomes.id))) return 'conflict';
      const known = calls.get(id);
      if (known && (turns === undefined || turns === known.turns.length) && silent.delete(id))
        calls.set(id, { ...known, ended: true });
      if (!isFirst) return 'ended-before';
      endings.set(id, { id, startedAt: call.startedAt, recordedAt, connected });
      if (callBack) callBacks.set(callerOf(callBack.becomes.id), structuredClone(callBack.becomes));
      if (callBack?.isNew) wanted.push({ type: 'call-back-wanted', id: callBack.becomes.id, at: recordedAt, correlationId });
      return 'ended';
    },
    correct: async ({ call, recordedAt }) => {
      const outcome = endings.get(call.id);
      if (outcome && !outcome.connected) endings.set(call.id, { ...outcome, recordedAt, connected: true });
    },
    backs: {
      ofCaller: async (caller) => present(caller),
      get: async (id) => {
        const found = present(callerOf(id));
        return found?.id === id ? found : undefined;
      },
      waiting: async () =>
        [...callBacks.values()]
          .filter(({ doneAt, phone, calls: lost }) => doneAt === undefined && phone !== undefined && lost.length > 0)
          .map(({ since }) => since)
          .sort(),
      replace: async (seen, becomes) => {
        if (!isAsSeen(seen, callerOf(becomes.id))) return 'conflict';
        callBacks.set(callerOf(becomes.id), structuredClone(becomes));
        return 'replaced';
      },
    },
    endings: () => structuredClone([...endings.values()]),
    callBacks: () =>
      structuredClone([...callBacks.values()].filter(({ version, calls: lost }) => version > 1 || lost.length > 0)),
    wanted: () => structuredClone(wanted),
  };
};
