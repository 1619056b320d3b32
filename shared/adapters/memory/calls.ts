import { Call, type CallStore, MOST_TURNS } from '../../ports/call-store.ts';

/** Calls in memory; none is ever forgotten. */
export const memoryCalls = (): CallStore => {
  const calls = new Map<string, Call>();
  return {
    get: async (id) => {
      const call = calls.get(id);
      return call && Call.parse(structuredClone(call));
    },
    addTurn: async ({ id, startedAt }, turn) => {
      if (turn.step >= MOST_TURNS) throw new Error(`a call has at most ${MOST_TURNS} turns`);
      const call = calls.get(id) ?? { id, startedAt, turns: [] };
      if (turn.step !== call.turns.length) return 'conflict';
      calls.set(id, { ...call, turns: [...call.turns, structuredClone(turn)] });
      return 'added';
    },
  };
};
