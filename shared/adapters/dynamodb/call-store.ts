import { type DynamoDBDocumentClient, GetCommand, type TransactWriteCommandInput, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { Call, MOST_TURNS } from '#domain/calls/call.ts';
import type { CallEnding, CallStore } from '#ports/call-store.ts';
import { callBackEventRow, callBackRow, seenCallBack } from './call-backs.ts';
import * as keys from './keys.ts';
import { queryRows } from './query-rows.ts';
import { expiry, parseRow } from './rows.ts';
import { writeAmongOthers } from './transaction.ts';

/** So long a parked call may lie in its queues and be sent back from them; then the row goes by itself. */
const KEPT_DAYS = 30;
/** For so long the roll-up of figures may have been away and still learns of a call. */
const RECORDED_DAYS = 40;

type Writes = NonNullable<TransactWriteCommandInput['TransactItems']>;

/** The place of the call's outcome in the transaction of its end. */
const OUTCOME = 0;

const endingWrites = (TableName: string, { call, recordedAt, connected, callBack, correlationId }: CallEnding): Writes => {
  const { id, startedAt: openedAt } = call;
  const outcome = { ...keys.outcomeKey(id), ...keys.openedCallKey(openedAt, id), openedAt, connected };
  const recorded = { ...keys.recordedCallKey(recordedAt, openedAt, id), openedAt, expiresAt: expiry(recordedAt, RECORDED_DAYS) };
  const puts: Writes = [
    { Put: { TableName, Item: outcome, ConditionExpression: 'attribute_not_exists(pk)' } },
    { Put: { TableName, Item: recorded } },
  ];
  if (!callBack) return puts;
  const { seen, becomes, isNew } = callBack;
  puts.push({ Put: { TableName, Item: callBackRow(becomes), ...seenCallBack(seen) } });
  const wanted = { type: 'call-back-wanted', id: becomes.id, at: recordedAt, correlationId } as const;
  return isNew ? [...puts, { Put: { TableName, Item: callBackEventRow(wanted) } }] : puts;
};

/** The row that is counted says otherwise from now on; the one that is recorded has its part of the figures counted again. */
const correctingWrites = (TableName: string, { call, recordedAt }: Pick<CallEnding, 'call' | 'recordedAt'>): Writes => {
  const { id, startedAt: openedAt } = call;
  const recorded = { ...keys.recordedCallKey(recordedAt, openedAt, id), openedAt, expiresAt: expiry(recordedAt, RECORDED_DAYS) };
  return [
    {
      Update: {
        TableName,
        Key: keys.outcomeKey(id),
        ConditionExpression: 'connected = :lost',
        UpdateExpression: 'SET connected = :connected',
        ExpressionAttributeValues: { ':lost': false, ':connected': true },
      },
    },
    { Put: { TableName, Item: recorded } },
  ];
};

const isRefusal = (error: unknown): boolean => error instanceof Error && error.name === 'ConditionalCheckFailedException';

/** The tickets' table as a CallStore: one row a call, one conditional write a turn, one transaction for its end. */
export const dynamoCallStore = (client: DynamoDBDocumentClient, table: string): CallStore => {
  /**
   * A call that has ended is marked so, and looked for no more. This stands beside the transaction: there a row that is gone would be
   * in the way of an end, and a turn that is just being written would be refused. When it is not done, or a late turn
   * undoes it, whoever looks for silent calls ends the call once more and comes here again.
   */
  const forgetSilence = async (id: string, turns: number | undefined): Promise<void> => {
    const update = new UpdateCommand({
      TableName: table,
      Key: keys.callKey(id),
      ConditionExpression: `attribute_exists(byDuePk)${turns === undefined ? '' : ' AND size(#turns) = :turns'}`,
      UpdateExpression: 'SET #ended = :ended REMOVE byDuePk, byDueSk',
      ExpressionAttributeNames: { '#ended': 'ended', ...(turns !== undefined && { '#turns': 'turns' }) },
      ExpressionAttributeValues: { ':ended': true, ...(turns !== undefined && { ':turns': turns }) },
    });
    await client.send(update).catch((error: unknown) => {
      if (!isRefusal(error)) throw error;
    });
  };

  return {
    get: async (id) => {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: keys.callKey(id), ConsistentRead: true }));
      return Item && parseRow(Call(), Item);
    },
    addTurn: async ({ id, startedAt, phone }, turn, silentAt) => {
      if (turn.step >= MOST_TURNS) throw new Error(`a call has at most ${MOST_TURNS} turns`);
      const first = { id, startedAt, expiresAt: expiry(startedAt, KEPT_DAYS), ...(phone !== undefined && { phone }) };
      const silent = silentAt === undefined ? {} : keys.silentKey(silentAt, id);
      const fields = Object.entries({ ...first, ...silent });
      const sets = [
        '#turns = list_append(if_not_exists(#turns, :none), :turn)',
        ...Object.keys(first).map((name) => `#${name} = if_not_exists(#${name}, :${name})`),
        ...Object.keys(silent).map((name) => `#${name} = :${name}`),
      ];
      try {
        await client.send(
          new UpdateCommand({
            TableName: table,
            Key: keys.callKey(id),
            ConditionExpression: turn.step === 0 ? 'attribute_not_exists(pk)' : 'size(#turns) = :step',
            UpdateExpression: `SET ${sets.join(', ')} REMOVE #ended${silentAt === undefined ? ', byDuePk, byDueSk' : ''}`,
            ExpressionAttributeNames: Object.fromEntries([
              ['#turns', 'turns'],
              ['#ended', 'ended'],
              ...fields.map(([name]) => [`#${name}`, name]),
            ]),
            ExpressionAttributeValues: {
              ...Object.fromEntries(fields.map(([name, value]) => [`:${name}`, value])),
              ':none': [],
              ':turn': [turn],
              ...(turn.step > 0 && { ':step': turn.step }),
            },
          }),
        );
        return 'added';
      } catch (error) {
        if (isRefusal(error)) return 'conflict';
        throw error;
      }
    },
    silent: async (until, most) => {
      const silentIn = (shard: string) => {
        const query = {
          TableName: table,
          IndexName: keys.Index.byDue,
          KeyConditionExpression: 'byDuePk = :shard AND byDueSk < :until',
          ExpressionAttributeValues: { ':shard': shard, ':until': keys.dueUntil(until) },
        };
        return queryRows(client, query, most);
      };
      const rows = (await Promise.all(keys.duePks('calls').of.map(silentIn))).flat();
      return rows
        .map(({ byDueSk }) => String(byDueSk))
        .sort()
        .slice(0, most)
        .map(keys.idIn);
    },
    end: async (ending) => {
      const result = await writeAmongOthers(client, endingWrites(table, ending), OUTCOME);
      if (!result.written && !result.refused.has(OUTCOME)) return 'conflict';
      await forgetSilence(ending.call.id, ending.turns);
      return result.written ? 'ended' : 'ended-before';
    },
    // Where it is refused, the call was counted as connected, or not yet at all.
    correct: async (ending) => void (await writeAmongOthers(client, correctingWrites(table, ending), OUTCOME)),
  };
};
