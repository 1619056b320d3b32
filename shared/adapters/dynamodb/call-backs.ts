import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { CallBackWanted } from '#contracts/messages/call-back-wanted.ts';
import { CallBack, isToBeRung } from '#domain/calls/call-back.ts';
import { callerOf } from '#domain/calls/call-back-id.ts';
import type { CallBacks } from '#ports/call-backs.ts';
import { CALL_BACKS_PK, callBackDueKey, callBackEventKey, callBackKey, Index, waitsSince } from './keys.ts';
import { queryRows } from './query-rows.ts';
import { expiry, parseRow, type Row } from './rows.ts';

/** What a caller said who was never reached is kept so long, and then forgotten; so is that it is sealed. */
const KEPT_DAYS = 90;

/** The row of a caller's present call-back. */
export const callBackRow = (callBack: CallBack): Row & { expiresAt: number } => ({
  ...callBackKey(callerOf(callBack.id)),
  ...callBack,
  ...(isToBeRung(callBack) && callBackDueKey(callBack.since, callerOf(callBack.id))),
  expiresAt: expiry([callBack.since, callBack.sealedAt ?? ''].sort().at(-1) ?? callBack.since, KEPT_DAYS),
});

/** For so long it can be seen in the table what the desk was told. */
const TOLD_DAYS = 40;

/** The row that the stream carries, so that the desk is told. */
export const callBackEventRow = (wanted: CallBackWanted): Row & { expiresAt: number } => ({
  ...callBackEventKey(wanted.id),
  ...wanted,
  expiresAt: expiry(wanted.at, TOLD_DAYS),
});

/** The condition that a caller's call-back still is what was seen of it. */
export const seenCallBack = (seen: CallBack | undefined) =>
  seen === undefined
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : {
        ConditionExpression: '#id = :id AND #version = :version',
        ExpressionAttributeNames: { '#id': 'id', '#version': 'version' },
        ExpressionAttributeValues: { ':id': seen.id, ':version': seen.version },
      };

/** It is not as it was seen, or the end of a call is just being written that changes it. */
const REFUSED = ['ConditionalCheckFailedException', 'TransactionConflictException'];

/** The tickets' table as CallBacks. */
export const dynamoCallBacks = (client: DynamoDBDocumentClient, TableName: string): CallBacks => {
  const present = async (caller: string): Promise<CallBack | undefined> => {
    const { Item } = await client.send(new GetCommand({ TableName, Key: callBackKey(caller), ConsistentRead: true }));
    return Item && parseRow(CallBack(), Item);
  };
  return {
    ofCaller: present,
    get: async (id) => {
      const found = await present(callerOf(id));
      return found?.id === id ? found : undefined;
    },
    waiting: async () => {
      const rows = await queryRows(client, {
        TableName,
        IndexName: Index.byDue,
        KeyConditionExpression: 'byDuePk = :pk',
        ExpressionAttributeValues: { ':pk': CALL_BACKS_PK },
      });
      return rows.map(({ byDueSk }) => waitsSince(String(byDueSk)));
    },
    replace: async (seen, becomes) => {
      try {
        await client.send(new PutCommand({ TableName, Item: callBackRow(becomes), ...seenCallBack(seen) }));
        return 'replaced';
      } catch (error) {
        if (error instanceof Error && REFUSED.includes(error.name)) return 'conflict';
        throw error;
      }
    },
  };
};
