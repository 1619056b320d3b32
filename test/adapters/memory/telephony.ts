import type { Telephony } from '#ports/telephony.ts';

/** What was asked of a telephony: who was rung, and who was told what. */
export interface MemoryTelephony extends Telephony {
  rung: { to: string; answerUrl: string; statusUrl: string }[];
  texts: { to: string; words: string }[];
  /** Takes nothing until it is undefined again. */
  fail(error: Error | undefined): void;
}

/** A phone provider in memory, which takes everything unless it is told not to. */
export const memoryTelephony = (): MemoryTelephony => {
  const rung: MemoryTelephony['rung'] = [];
  const texts: MemoryTelephony['texts'] = [];
  let failing: Error | undefined;
  const taken = <T>(made: () => T): T => {
    if (failing) throw failing;
    return made();
  };
  return {
    rung,
    texts,
    ring: async (to, { answerUrl, statusUrl }) => taken(() => ({ call: `CA${rung.push({ to, answerUrl, statusUrl })}` })),
    text: async (to, words) => taken(() => ({ message: `SM${texts.push({ to, words })}` })),
    fail: (error) => {
      failing = error;
    },
  };
};
