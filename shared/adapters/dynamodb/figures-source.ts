import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { CountedCall, CountedTicket } from '#domain/figures/contributions.ts';
import type { FiguresSource } from '#ports/figures.ts';
import { countedKey, fiveMinutes, Index, OUTCOME, openedPk, recordedAs, recordedPk } from './keys.ts';
import { queryRows } from './query-rows.ts';
import { parseRow, readable, unwritten } from './rows.ts';
import { rowsAt } from './rows-at.ts';

/** Of tickets and calls only what counts: nothing of what somebody said to the hotline, and nobody's name. */
const COUNTED = [...new Set(['pk', 'sk', ...Object.keys(CountedTicket().shape), ...Object.keys(CountedCall.shape)])];
const only = {
  ProjectionExpression: COUNTED.map((name) => `#${name}`).join(', '),
  ExpressionAttributeNames: Object.fromEntries(COUNTED.map((name) => [`#${name}`, name])),
};

/** The index of the tickets' table by time, as a FiguresSource. */
export const dynamoFiguresSource = (client: DynamoDBDocumentClient, TableName: string): FiguresSource => {
  const partition = (pk: string): Promise<Record<string, unknown>[]> =>
    queryRows(client, {
      TableName,
      IndexName: Index.byTime,
      KeyConditionExpression: 'byTimePk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
    });
  return {
    recordedIn: async (at) => (await partition(recordedPk(fiveMinutes(at)))).map(({ byTimeSk }) => recordedAs(String(byTimeSk))),
    openedIn: async (at, recorded = []) => {
      const found = (await partition(openedPk(fiveMinutes(at)))).map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }));
      const wanted = new Map([...found, ...recorded.map(({ id }) => countedKey(id))].map((key) => [`${key.pk} ${key.sk}`, key]));
      const rows = await rowsAt(client, TableName, [...wanted.values()], only);
      const { calls = [], tickets = [] } = Object.groupBy(rows, ({ sk }) => (sk === OUTCOME ? 'calls' : 'tickets'));
      const counted = {
        tickets: readable(tickets, (row) => parseRow(CountedTicket(), unwritten(row))),
        calls: readable(calls, (row) => parseRow(CountedCall, row)),
      };
      return {
        tickets: counted.tickets.items,
        calls: counted.calls.items,
        unreadable: counted.tickets.unreadable + counted.calls.unreadable,
      };
    },
  };
};
