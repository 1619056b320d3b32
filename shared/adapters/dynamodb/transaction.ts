import type { CancellationReason, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { growingWaits } from '#adapters/door-time.ts';

/**
 * What became of a transaction. `refused`: nothing was written; which of its writes (by their place) found their
 * condition false, whether any met another transaction at work on the same row, and the rows that were in the way.
 */
export type TransactionResult =
  | { written: true }
  | { written: false; refused: ReadonlySet<number>; contended: boolean; found: (Record<string, unknown> | undefined)[] };

/** Anything else (a row that is too large, a right that is missing) is not an outcome but a fault. */
const OUTCOMES = ['None', 'ConditionalCheckFailed', 'TransactionConflict'];
/** How DynamoDB says that a row, an index or the account has too much to do at this moment. */
const THROTTLED = ['ThrottlingError', 'ProvisionedThroughputExceeded'];

// By its name: another copy of the SDK in the bundle would make instanceof lie.
const isCancelled = (error: unknown): error is TransactionCanceledException =>
  error instanceof Error && error.name === 'TransactionCanceledException';

/** The document client unwraps the items of answers, but not those of errors. */
const plainItem = ({ Item }: CancellationReason): Record<string, unknown> | undefined => Item && unmarshall(Item);

type Client = DynamoDBDocumentClient;
type Writes = NonNullable<TransactWriteCommandInput['TransactItems']>;

const writeOnce = async (client: Client, TransactItems: Writes): Promise<TransactionResult | 'throttled'> => {
  try {
    // The SDK adds a token of its own, so that a request that it repeats after a lost answer is not refused as a second one.
    await client.send(new TransactWriteCommand({ TransactItems }));
    return { written: true };
  } catch (error) {
    if (!isCancelled(error)) throw error;
    const reasons = error.CancellationReasons ?? [];
    const codes = reasons.map(({ Code }) => Code ?? 'None');
    if (codes.some((code) => !OUTCOMES.includes(code) && !THROTTLED.includes(code))) throw error;
    if (codes.some((code) => THROTTLED.includes(code))) return 'throttled';
    const refused = new Set(codes.flatMap((code, place) => (code === 'ConditionalCheckFailed' ? [place] : [])));
    const contended = codes.includes('TransactionConflict');
    if (refused.size === 0 && !contended) throw error;
    return { written: false, refused, contended, found: reasons.map(plainItem) };
  }
};

/** Writes until it is decided what became of the transaction, with waits that grow. Nothing was written when it throws Busy. */
const writeUntil = async (
  client: Client,
  writes: Writes,
  isDecided: (result: TransactionResult) => boolean,
): Promise<TransactionResult> => {
  const waitLonger = growingWaits();
  for (;;) {
    const result = await writeOnce(client, writes);
    if (result !== 'throttled' && isDecided(result)) return result;
    await waitLonger(result === 'throttled' ? 'the table throttled a write again and again' : 'a write met only other writers');
  }
};

/**
 * Writes all or nothing, again while the table throttles it. Throws Busy when that takes longer than who asks has time, and
 * what is neither a false condition nor a conflict with another transaction.
 */
export const writeTogether = (client: Client, writes: Writes): Promise<TransactionResult> =>
  writeUntil(client, writes, () => true);

/**
 * Writes all or nothing, again also while other transactions are at work on the same rows: a webhook that is delivered
 * twenty times at once meets itself. It was one of those, or its own twin, that made a condition false: only the write at
 * the place that `decides` tells for certain. Throws as writeTogether does.
 */
export const writeAmongOthers = (client: Client, writes: Writes, decides: number): Promise<TransactionResult> =>
  writeUntil(client, writes, (result) => result.written || !result.contended || result.refused.has(decides));
