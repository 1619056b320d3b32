import type { Call, Turn } from '#domain/calls/call.ts';
import { type Instant, plusMinutes } from '#domain/instant.ts';
import type { Telephone } from '#domain/telephone/telephone.ts';
import type { CallStore, RecentCalls } from '#ports/call-store.ts';
import type { Clock } from '#ports/clock.ts';

/** A delivery that meets another one reads once more and then finds that one's turn. */
const MOST_ATTEMPTS = 3;

/** What came from the line: which call, which step of it, and the other end's number. */
interface Delivery {
  id: string;
  step: number;
  phone?: Telephone | undefined;
}

/** What a new turn needs to be known; both are asked only when the step is new. */
interface Decisions {
  answerAfter(earlier: readonly Turn[]): Promise<Turn['answer']>;
  /** How many minutes of silence after these turns mean that the call has ended; undefined when nobody is to look. */
  patienceAfter(turns: readonly Turn[]): number | undefined;
}

/**
 * Takes the answer to one step of a call, once: gives the call up to that step as the first delivery of it left it,
 * however often and late it is delivered. A step that the call has not come to (its row is gone) changes nothing: the
 * call so far is given, so that the open question is asked again.
 */
export const takeTurn = async (
  { id, step, phone }: Delivery,
  { answerAfter, patienceAfter }: Decisions,
  { calls, recent, now }: { calls: Pick<CallStore, 'get' | 'addTurn'>; recent?: RecentCalls | undefined; now: Clock },
): Promise<Call> => {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const at: Instant = now();
    const newCall: Call = { id, startedAt: at, ...(phone !== undefined && { phone }), turns: [] };
    // A guess costs no request: if it is wrong, the write is refused, and the call is read.
    const known = attempt === 0 && recent ? (recent.of(id) ?? (step === 0 ? newCall : undefined)) : undefined;
    const guessed = known !== undefined && step <= known.turns.length ? known : undefined;
    const call = guessed ?? (await calls.get(id)) ?? newCall;
    const { turns } = call;
    if (step < turns.length) return { ...call, turns: turns.slice(0, step + 1) };
    if (step > turns.length && turns.length > 0) return call;
    const turn = { step: turns.length, answer: await answerAfter(turns) };
    const minutes = patienceAfter([...turns, turn]);
    const silentAt = minutes === undefined ? undefined : plusMinutes(at, minutes);
    if ((await calls.addTurn(call, turn, silentAt)) !== 'added') continue;
    const { ended: _, ...open } = call;
    const taken = { ...open, turns: [...turns, turn] };
    recent?.keep(taken);
    return taken;
  }
  throw new Error('the turns of this call change faster than they can be read');
};
