import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { DueIndex } from '#ports/ticket-store.ts';
import { dueIn, duePks, dueUntil, Index } from './keys.ts';
import { queryRows } from './query-rows.ts';

/** The sparse index of what is due, read shard by shard. It holds keys only. */
export const dynamoDueIndex = (client: DynamoDBDocumentClient, table: string): DueIndex => ({
  due: async (which, until, most) => {
    const keysIn = async (shard: string, limit?: number) => {
      const rows = await queryRows(
        client,
        {
          TableName: table,
          IndexName: Index.byDue,
          KeyConditionExpression: 'byDuePk = :shard AND byDueSk < :until',
          ExpressionAttributeValues: { ':shard': shard, ':until': dueUntil(until) },
        },
        limit,
      );
      return rows.map(({ byDueSk }) => dueIn(String(byDueSk), which));
    };
    const inOrder = (due: { at: string; number: string }[]) =>
      due.sort((one, other) => (one.at + one.number < other.at + other.number ? -1 : 1));
    const { of, byFirst } = duePks(which);
    const found = (await Promise.all(of.map((shard) => keysIn(shard, most)))).flat();
    // What is due for the other reason alone is passed over here: a page of keys holds thousands.
    const passed = (await Promise.all(byFirst.map((shard) => keysIn(shard)))).flat().filter(({ at }) => at <= until);
    return inOrder([...found, ...inOrder(passed).slice(0, most)]).map(({ number }) => number);
  },
});
