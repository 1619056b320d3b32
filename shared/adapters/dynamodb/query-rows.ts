import { type DynamoDBDocumentClient, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';

/**
 * Runs a query until it has `most` rows or there are no more; an answer stops at a megabyte, so one is not always
 * enough. Gives the rows in the index's order.
 */
export const queryRows = async (
  client: DynamoDBDocumentClient,
  query: QueryCommandInput,
  most = Number.POSITIVE_INFINITY,
): Promise<Record<string, unknown>[]> => {
  const rows: Record<string, unknown>[] = [];
  let { ExclusiveStartKey } = query;
  do {
    const left = most - rows.length;
    const Limit = Number.isFinite(left) ? left : undefined;
    const answer = await client.send(new QueryCommand({ ...query, Limit, ExclusiveStartKey }));
    rows.push(...(answer.Items ?? []));
    ExclusiveStartKey = answer.LastEvaluatedKey;
  } while (ExclusiveStartKey && rows.length < most);
  return rows;
};
