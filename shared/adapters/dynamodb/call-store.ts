import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { Call, type CallStore, MOST_TURNS } from '../../ports/call-store.ts';
import { callKey } from './keys.ts';
import { expiry, parseRow } from './rows.ts';

/** A call that ran over midnight is still there the next day; then the row goes by itself. */
const KEPT_DAYS = 2;

/** The tickets' table as a CallStore: one row a call, one conditional write a turn. */
export const dynamoCallStore = (client: DynamoDBDocumentClient, table: string): CallStore => ({
  get: async (id) => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: callKey(id), ConsistentRead: true }));
    return Item && parseRow(Call, Item);
  },
  addTurn: async ({ id, startedAt }, turn) => {
    if (turn.step >= MOST_TURNS) throw new Error(`a call has at most ${MOST_TURNS} turns`);
    try {
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: callKey(id),
          ConditionExpression: turn.step === 0 ? 'attribute_not_exists(pk)' : 'size(#turns) = :step',
          UpdateExpression: `SET #turns = list_append(if_not_exists(#turns, :none), :turn), #id = :id,
            #startedAt = if_not_exists(#startedAt, :startedAt), #expiresAt = if_not_exists(#expiresAt, :expiresAt)`,
          ExpressionAttributeNames: { '#turns': 'turns', '#id': 'id', '#startedAt': 'startedAt', '#expiresAt': 'expiresAt' },
          ExpressionAttributeValues: {
            ':none': [],
            ':turn': [turn],
            ':id': id,
            ':startedAt': startedAt,
            ':expiresAt': expiry(startedAt, KEPT_DAYS),
            ...(turn.step > 0 && { ':step': turn.step }),
          },
        }),
      );
      return 'added';
    } catch (error) {
      if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return 'conflict';
      throw error;
    }
  },
});
