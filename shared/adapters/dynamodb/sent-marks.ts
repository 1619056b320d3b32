import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Clock } from '#ports/clock.ts';
import type { SentMarks } from '#ports/sent-marks.ts';
import { onceKey } from './keys.ts';
import { expiry } from './rows.ts';

/** A message waits in its queue for 14 days at most. */
const KEPT_DAYS = 30;

/** The tickets' table as SentMarks. */
export const dynamoSentMarks = (client: DynamoDBDocumentClient, TableName: string, now: Clock): SentMarks => {
  const Key = (id: string) => onceKey('sent', id);
  return {
    isSent: async (id) => {
      const { Item } = await client.send(new GetCommand({ TableName, Key: Key(id), ConsistentRead: true }));
      return Item !== undefined;
    },
    markSent: async (id) => {
      await client.send(new PutCommand({ TableName, Item: { ...Key(id), expiresAt: expiry(now(), KEPT_DAYS) } }));
    },
  };
};
