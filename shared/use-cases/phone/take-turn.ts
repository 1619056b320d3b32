import type { CallStore, Turn } from '../ports/call-store.ts';
import type { Clock } from '../ports/clock.ts';

/** A delivery that meets another one reads once more and then finds that one's turn. */
const MOST_ATTEMPTS = 3;

/**
 * Takes the answer to one step of a call, once: gives the turns up to that step as the first delivery of it left them,
 * however often and late it is delivered. `answerAfter` is asked only when the step is new. A step that the call has not
 * come to (its row is gone) changes nothing: the turns so far are given, so that the open question is asked again.
 */
export const takeTurn = async (
  id: string,
  step: number,
  answerAfter: (earlier: readonly Turn[]) => Promise<Turn['answer']>,
  { calls, now }: { calls: CallStore; now: Clock },
): Promise<readonly Turn[]> => {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const call = (await calls.get(id)) ?? { id, startedAt: now(), turns: [] };
    const { turns } = call;
    if (step < turns.length) return turns.slice(0, step + 1);
    if (step > turns.length && turns.length > 0) return turns;
    const turn = { step: turns.length, answer: await answerAfter(turns) };
    if ((await calls.addTurn(call, turn)) === 'added') return [...turns, turn];
  }
  throw new Error('the turns of this call change faster than they can be read');
};
