import { setTimeout as wait } from 'node:timers/promises';
import type { CancellationReason, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';

/**
 * What became of a transaction. `refused`: nothing was written; which of its writes (by their place) found their
 * condition false, whether any met another transaction at work on the same row, and the rows that were in the way.
 */
export type TransactionResult =
  | { written: true }
  | { written: false; refused: ReadonlySet<number>; contended: boolean; found: (Record<string, unknown> | undefined)[] };

/** Anything else (a throttled table, a row that is too large) is not an outcome but a fault. */
const OUTCOMES = ['None', 'ConditionalCheckFailed', 'TransactionConflict'];

// By its name: another copy of the SDK in the bundle would make instanceof lie.
const isCancelled = (error: unknown): error is TransactionCanceledException =>
  error instanceof Error && error.name === 'TransactionCanceledException';

/** The document client unwraps the items of answers, but not those of errors. */
const plainItem = ({ Item }: CancellationReason): Record<string, unknown> | undefined => Item && unmarshall(Item);

/** Writes all or nothing. Throws what is neither a false condition nor a conflict with another transaction. */
export const writeTogether = async (
  client: DynamoDBDocumentClient,
  TransactItems: TransactWriteCommandInput['TransactItems'],
): Promise<TransactionResult> => {
  try {
    // The SDK adds a token of its own, so that a request that it repeats after a lost answer is not refused as a second one.
    await client.send(new TransactWriteCommand({ TransactItems }));
    return { written: true };
  } catch (error) {
    if (!isCancelled(error)) throw error;
    const reasons = error.CancellationReasons ?? [];
    const codes = reasons.map(({ Code }) => Code ?? 'None');
    const refused = new Set(codes.flatMap((code, place) => (code === 'ConditionalCheckFailed' ? [place] : [])));
    const contended = codes.includes('TransactionConflict');
    if ((refused.size === 0 && !contended) || codes.some((code) => !OUTCOMES.includes(code))) throw error;
    return { written: false, refused, contended, found: reasons.map(plainItem) };
  }
};

/** A webhook that is delivered twenty times at once meets itself; each waits a little longer than before. */
const MOST_ATTEMPTS = 8;
const waitMs = (attempt: number): number => Math.random() * 15 * 2 ** attempt;

/**
 * Writes all or nothing, again and again while other transactions are at work on the same rows. It was one of those, or
 * its own twin, that made a condition false: only the write at the place that `decides` tells for certain. Throws when
 * it always meets another; then nothing was written.
 */
export const writeAmongOthers = async (
  client: DynamoDBDocumentClient,
  writes: NonNullable<TransactWriteCommandInput['TransactItems']>,
  decides: number,
): Promise<TransactionResult> => {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    const result = await writeTogether(client, writes);
    if (result.written || !result.contended || result.refused.has(decides)) return result;
    await wait(waitMs(attempt));
  }
  throw new Error(`a write met other writers ${MOST_ATTEMPTS} times`);
};
