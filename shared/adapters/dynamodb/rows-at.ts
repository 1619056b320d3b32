import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { growingWaits } from '#adapters/door-time.ts';

type Row = Record<string, unknown>;

/** The fields of the rows that are wanted; all without. */
interface Fields {
  ProjectionExpression?: string;
  ExpressionAttributeNames?: Record<string, string>;
}

/** What BatchGetItem takes. */
const MOST_KEYS = 100;

/**
 * The rows with some keys, as they were last written, in no order; none for a key that has none. What the table leaves
 * out for its load is asked for again, after waits that grow. Throws Busy when that takes too long.
 */
export const rowsAt = async (
  client: DynamoDBDocumentClient,
  TableName: string,
  wanted: readonly Row[],
  fields: Fields = {},
): Promise<Row[]> => {
  const rows: Row[] = [];
  const waitLonger = growingWaits();
  let left = [...wanted];
  while (left.length > 0) {
    const Keys = left.slice(0, MOST_KEYS);
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetCommand({ RequestItems: { [TableName]: { ...fields, Keys, ConsistentRead: true } } }),
    );
    const found = Responses?.[TableName] ?? [];
    const again = UnprocessedKeys?.[TableName]?.Keys ?? [];
    rows.push(...found);
    left = [...again, ...left.slice(MOST_KEYS)];
    if (again.length > 0) await waitLonger('the table left out keys of a batch again and again');
  }
  return rows;
};
