import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { OfferedFacts } from '#domain/calls/own-tickets.ts';
import type { TelephoneTickets } from '#ports/telephone-tickets.ts';
import * as keys from './keys.ts';
import { queryRows } from './query-rows.ts';
import { parseRow, readable, unwritten } from './rows.ts';

/** The tickets of a telephone, in an index that holds what a call may offer. `passedOver` is told how many can't be read. */
export const dynamoTelephoneTickets = (
  client: DynamoDBDocumentClient,
  table: string,
  passedOver: (rows: number) => void = () => {},
): TelephoneTickets => ({
  offered: async (phoneKey, most) => {
    const query = {
      TableName: table,
      IndexName: keys.Index.byPhone,
      KeyConditionExpression: 'byPhonePk = :pk',
      ExpressionAttributeValues: { ':pk': keys.byPhoneKey(phoneKey, '').byPhonePk },
      ScanIndexForward: false,
    };
    const rows = await queryRows(client, query, most);
    const { items, unreadable } = readable(rows, (row) =>
      parseRow(OfferedFacts(), { ...unwritten(row), openedAt: row.byPhoneSk }),
    );
    if (unreadable > 0) passedOver(unreadable);
    return items;
  },
});
