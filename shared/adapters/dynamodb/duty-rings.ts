import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { DutyRing } from '#domain/tickets/duty-limits.ts';
import type { Clock } from '#ports/clock.ts';
import type { DutyRings } from '#ports/duty-rings.ts';
import { dutyRingsKey } from './keys.ts';
import { expiry, parseRow } from './rows.ts';

const SeenRings = z.object({ rings: z.array(DutyRing), version: z.int() });

/** The calls of an hour count. */
const KEPT_DAYS = 1;

/** The tickets' table as DutyRings: one row for each telephone. */
export const dynamoDutyRings = (client: DynamoDBDocumentClient, TableName: string, now: Clock): DutyRings => ({
  of: async (telephone) => {
    const Key = dutyRingsKey(telephone);
    const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return Item ? parseRow(SeenRings, Item) : { rings: [], version: 0 };
  },
  replace: async (telephone, { version }, rings) => {
    const expiresAt = expiry(now(), KEPT_DAYS);
    const Item = { ...dutyRingsKey(telephone), rings, version: version + 1, expiresAt };
    const isAsSeen =
      version === 0
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: '#version = :version',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':version': version },
          };
    try {
      await client.send(new PutCommand({ TableName, Item, ...isAsSeen }));
      return 'replaced';
    } catch (error) {
      if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return 'conflict';
      throw error;
    }
  },
});
