import { setTimeout as wait } from 'node:timers/promises';
import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** What BatchGetItem takes. */
const MOST_KEYS = 100;
const MOST_ATTEMPTS = 8;

type Key = Record<string, string>;

/** What of the rows is wanted; all of it without. */
interface Wanted {
  ConsistentRead: boolean;
  ProjectionExpression?: string;
  ExpressionAttributeNames?: Record<string, string>;
}

/**
 * Reads the rows at some keys, in no order; a key without a row is left out. What the table puts off is asked for again,
 * each time a little later. Throws when it always puts some off.
 */
export const rowsAt = async (
  client: DynamoDBDocumentClient,
  table: string,
  wanted: readonly Key[],
  options: Wanted,
): Promise<Record<string, unknown>[]> => {
  const rows: Record<string, unknown>[] = [];
  let left = [...wanted];
  for (let attempt = 0; left.length > 0; ) {
    const Keys = left.slice(0, MOST_KEYS);
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetCommand({ RequestItems: { [table]: { ...options, Keys } } }),
    );
    const read = Responses?.[table] ?? [];
    const putOff = (UnprocessedKeys?.[table]?.Keys ?? []) as Key[];
    rows.push(...read);
    left = [...putOff, ...left.slice(MOST_KEYS)];
    attempt = putOff.length === Keys.length ? attempt + 1 : 0;
    if (attempt === MOST_ATTEMPTS) throw new Error(`the table put ${putOff.length} rows off ${MOST_ATTEMPTS} times`);
    if (putOff.length > 0) await wait(Math.random() * 25 * 2 ** attempt);
  }
  return rows;
};
