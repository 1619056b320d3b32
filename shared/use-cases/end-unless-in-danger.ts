import { Refusal } from '#domain/errors.ts';
import type { Circumstances } from '#domain/tickets/circumstances.ts';
import { carryOut, type Decide } from './carry-out.ts';

/**
 * Does what ends a ticket for its reporter. Where the words that come with it tell of danger, they are added to the ticket
 * instead, so that they reach a person. Throws the Refusals of carryOut; `danger-told` once that is done.
 */
export const endUnlessInDanger = async (
  { number, decide, words }: { number: string; decide: Decide; words: string | undefined },
  circumstances: Circumstances,
  needs: Parameters<typeof carryOut>[3],
): Promise<Awaited<ReturnType<typeof carryOut>>> => {
  try {
    return await carryOut(number, decide, circumstances, needs);
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || thrown.code !== 'danger-told' || words === undefined) throw thrown;
    await carryOut(number, () => ({ action: 'add', text: words }), circumstances, needs);
    throw thrown;
  }
};
