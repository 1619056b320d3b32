import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { LookUpWanted } from '#contracts/messages/look-up-wanted.ts';
import { LookUp } from '#domain/tickets/look-up.ts';
import type { LookUps } from '#ports/look-ups.ts';
import { lookUpEventKey, lookUpKey } from './keys.ts';
import { expiry, parseRow, type Row } from './rows.ts';
import { writeTogether } from './transaction.ts';

/** Longer than the day of which it counts the codes. */
const KEPT_DAYS = 2;

const lookUpRow = (lookUp: LookUp): Row => ({
  ...lookUpKey(lookUp),
  ...lookUp,
  expiresAt: expiry(lookUp.askedAt, KEPT_DAYS),
});

/** The row that the stream carries, so that a code is texted. */
export const lookUpEventRow = (wanted: LookUpWanted): Row => ({
  ...lookUpEventKey(wanted.of, wanted.at),
  ...wanted,
  expiresAt: expiry(wanted.at, KEPT_DAYS),
});

/** The condition that a look-up still is what was seen of it. */
const asSeen = (seen: LookUp | undefined) =>
  seen === undefined
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : {
        ConditionExpression: '#version = :version',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':version': seen.version },
      };

/** It is not as it was seen, or just being changed. */
const REFUSED = ['ConditionalCheckFailedException', 'TransactionConflictException'];

/** The tickets' table as LookUps. */
export const dynamoLookUps = (client: DynamoDBDocumentClient, TableName: string): LookUps => ({
  get: async (of) => {
    const { Item } = await client.send(new GetCommand({ TableName, Key: lookUpKey(of), ConsistentRead: true }));
    return Item && parseRow(LookUp(), Item);
  },
  ask: async (seen, becomes, correlationId) => {
    const { number, phoneKey, askedAt: at } = becomes;
    const of = { number, phoneKey };
    const wanted: LookUpWanted = {
      type: 'look-up-wanted',
      id: `${number}.${phoneKey}.${Date.parse(at)}`,
      of,
      at,
      correlationId,
    };
    const result = await writeTogether(client, [
      { Put: { TableName, Item: lookUpRow(becomes), ...asSeen(seen) } },
      { Put: { TableName, Item: lookUpEventRow(wanted) } },
    ]);
    return result.written ? 'written' : 'conflict';
  },
  replace: async (seen, becomes) => {
    try {
      await client.send(new PutCommand({ TableName, Item: lookUpRow(becomes), ...asSeen(seen) }));
      return 'written';
    } catch (error) {
      if (error instanceof Error && REFUSED.includes(error.name)) return 'conflict';
      throw error;
    }
  },
});
