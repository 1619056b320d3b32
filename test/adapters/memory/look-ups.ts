import type { LookUpWanted } from '#contracts/messages/look-up-wanted.ts';
import { type LookedUp, LookUp } from '#domain/tickets/look-up.ts';
import type { LookUpCodes } from '#ports/look-up-codes.ts';
import type { LookUps } from '#ports/look-ups.ts';

/** Look-ups in memory, and what the stream would tell of them. */
export interface MemoryLookUps extends LookUps {
  all(): LookUp[];
  wanted(): LookUpWanted[];
}

export const memoryLookUps = (): MemoryLookUps => {
  const rows = new Map<string, LookUp>();
  const wanted: LookUpWanted[] = [];
  const keyOf = ({ number, phoneKey }: LookedUp): string => JSON.stringify([number, phoneKey]);
  const write = (seen: LookUp | undefined, becomes: LookUp): 'written' | 'conflict' => {
    if (rows.get(keyOf(becomes))?.version !== seen?.version) return 'conflict';
    rows.set(keyOf(becomes), structuredClone(becomes));
    return 'written';
  };
  return {
    get: async (of) => {
      const found = rows.get(keyOf(of));
      return found && LookUp().parse(structuredClone(found));
    },
    ask: async (seen, becomes, correlationId) => {
      if (write(seen, becomes) === 'conflict') return 'conflict';
      const { number, phoneKey, askedAt: at } = becomes;
      const id = `look-up ${wanted.length + 1} of ${keyOf(becomes)}`;
      wanted.push({ type: 'look-up-wanted', id, of: { number, phoneKey }, at, correlationId });
      return 'written';
    },
    replace: async (seen, becomes) => write(seen, becomes),
    all: () => structuredClone([...rows.values()]),
    wanted: () => structuredClone(wanted),
  };
};

/** Codes that tests can name: the last digits of the number, then the minute and the second in which one was asked for. */
export const memoryLookUpCodes: LookUpCodes = {
  of: async ({ number, askedAt }) => `${number.slice(-2)}${askedAt.slice(14, 19).replace(':', '')}`,
};
