import { type DynamoDBDocumentClient, type TransactWriteCommandInput, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Day, Instant } from '#domain/instant.ts';
import type { DayCounts } from '#ports/day-counts.ts';
import type { CountedOpening, HeldBack } from '#ports/ticket-store.ts';
import { dangerKey, dayKey } from './keys.ts';
import { expiry, parseRow } from './rows.ts';

/** A day counts until it is over everywhere. */
const KEPT_DAYS = 2;
const expiryOf = (day: Day): number => expiry(`${day}T00:00:00.000Z`, KEPT_DAYS);

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** Where an opening is counted. */
export const countKeyOf = ({ of, unless }: CountedOpening) =>
  'onDay' in unless ? dayKey(unless.onDay, `tickets#${of}`) : dangerKey(of);

/** The write that counts an opening, and fails where it is held back. It remembers which ticket was the newest. */
export const countOpening = (TableName: string, number: string, at: Instant, counted: CountedOpening): Write => {
  const { unless, seen } = counted;
  const isOfDay = 'onDay' in unless;
  const isFree = isOfDay ? '#counted < :limit' : '#newestAt <= :limit';
  return {
    Update: {
      TableName,
      Key: countKeyOf(counted),
      UpdateExpression: 'ADD #counted :one SET #newest = :number, #newestAt = :at, #expiresAt = :expiresAt',
      ConditionExpression: `attribute_not_exists(pk) OR ${isFree}${seen === undefined ? '' : ' OR #newest = :seen'}`,
      ExpressionAttributeNames: {
        '#counted': 'counted',
        '#newest': 'newest',
        '#newestAt': 'newestAt',
        '#expiresAt': 'expiresAt',
      },
      ExpressionAttributeValues: {
        ':one': 1,
        ':number': number,
        ':at': at,
        ':expiresAt': isOfDay ? expiryOf(unless.onDay) : expiry(at, KEPT_DAYS),
        ':limit': isOfDay ? unless.hasAlready : unless.hasDangerSince,
        ...(seen !== undefined && { ':seen': seen }),
      },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  };
};

const Openings = z.looseObject({ counted: z.int(), newest: z.string() });

/** Which ticket holds an opening back, as the row says that counts them. */
export const heldBackBy = (row: Record<string, unknown>): HeldBack => {
  const { counted, newest } = parseRow(Openings, row);
  return { outcome: 'held-back', counted, newest };
};

/** The tickets' table as DayCounts: one row for each count and day, which takes a thousand writes a second. */
export const dynamoDayCounts = (client: DynamoDBDocumentClient, TableName: string): DayCounts => {
  const add = async (of: string, day: Day, one: 1 | -1, ConditionExpression: string, limit: number): Promise<boolean> => {
    try {
      await client.send(
        new UpdateCommand({
          TableName,
          Key: dayKey(day, of),
          UpdateExpression: 'ADD #counted :one SET #expiresAt = :expiresAt',
          ConditionExpression,
          ExpressionAttributeNames: { '#counted': 'counted', '#expiresAt': 'expiresAt' },
          ExpressionAttributeValues: { ':one': one, ':expiresAt': expiryOf(day), ':limit': limit },
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return false;
      throw error;
    }
  };
  return {
    take: (of, day, most) => add(of, day, 1, 'attribute_not_exists(#counted) OR #counted < :limit', most),
    giveBack: async (of, day) => {
      await add(of, day, -1, '#counted > :limit', 0);
    },
  };
};
