import { randomBytes } from 'node:crypto';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { LEASE_SECRET_KEY } from './keys.ts';
import { parseRow } from './rows.ts';

const Secret = z.looseObject({ secret: z.string().min(32) });

/**
 * The secret with which leases are sealed. It lies in the tickets' table, where the first one who needs it puts it: so it
 * needs no setting, and is there where the leases' tickets are.
 */
export const leaseSecret = async (client: DynamoDBDocumentClient, TableName: string): Promise<string> => {
  const get = new GetCommand({ TableName, Key: LEASE_SECRET_KEY, ConsistentRead: true });
  const { Item: found } = await client.send(get);
  if (found) return parseRow(Secret, found).secret;
  const Item = { ...LEASE_SECRET_KEY, secret: randomBytes(32).toString('base64url') };
  const put = new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' });
  await client.send(put).catch((error: unknown) => {
    if (!(error instanceof Error && error.name === 'ConditionalCheckFailedException')) throw error;
  });
  // Another one may have been first.
  const { Item: written } = await client.send(get);
  return parseRow(Secret, written ?? {}).secret;
};
