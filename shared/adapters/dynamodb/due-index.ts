import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { DueIndex } from '#ports/ticket-store.ts';
import { duePks, dueUntil, Index, idIn } from './keys.ts';
import { queryRows } from './query-rows.ts';

/** The sparse index of what gets a card next, read shard by shard. It holds keys only. */
export const dynamoDueIndex = (client: DynamoDBDocumentClient, table: string): DueIndex => ({
  due: async (which, until, most) => {
    const dueIn = (shard: string) =>
      queryRows(
        client,
        {
          TableName: table,
          IndexName: Index.byDue,
          KeyConditionExpression: 'byDuePk = :shard AND byDueSk < :until',
          ExpressionAttributeValues: { ':shard': shard, ':until': dueUntil(until) },
        },
        most,
      );
    const rows = (await Promise.all(duePks(which).map(dueIn))).flat();
    return rows
      .map(({ byDueSk }) => String(byDueSk))
      .sort()
      .map(idIn);
  },
});
