import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { precedenceOf } from '#domain/tickets/precedence.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import type { Page, TicketLists } from '#ports/ticket-store.ts';
import * as keys from './keys.ts';
import { cursorAfter, type Place, placeOf } from './list-cursor.ts';
import { queryRows } from './query-rows.ts';
import { ticketOf } from './rows.ts';

/** One partition of an index that is sorted by the moment of opening, or by precedence and that. */
interface List {
  index: keyof typeof keys.Index;
  newestFirst: boolean;
  /** Where in it a ticket is. */
  placeIn: (ticket: Ticket) => Place;
  /** The index keys of a place in it; those of the partition come from here alone, never from a cursor. */
  keyAt: (place: Place) => Record<string, string>;
}

/** The tickets' indexes as TicketLists. */
export const dynamoTicketLists = (client: DynamoDBDocumentClient, table: string): TicketLists => {
  const page = async (
    { index, newestFirst, placeIn, keyAt }: List,
    { size, cursor }: { size: number; cursor?: string | undefined },
  ): Promise<Page<Ticket>> => {
    const attribute = `${index}Pk`;
    const partition = keyAt({ openedAt: '', number: '' })[attribute] ?? '';
    const after = cursor === undefined ? undefined : placeOf(partition, cursor);
    // One more than asked for tells whether there is another page.
    const rows = await queryRows(
      client,
      {
        TableName: table,
        IndexName: keys.Index[index],
        KeyConditionExpression: '#pk = :pk',
        ExpressionAttributeNames: { '#pk': attribute },
        ExpressionAttributeValues: { ':pk': partition },
        ScanIndexForward: !newestFirst,
        ...(after && { ExclusiveStartKey: { ...keyAt(after), ...keys.ticketKey(after.number) } }),
      },
      size + 1,
    );
    const items = rows.slice(0, size).map(ticketOf);
    const last = items.at(-1);
    return { items, ...(rows.length > size && last && { cursor: cursorAfter(partition, placeIn(last)) }) };
  };

  return {
    ofReporter: (key, wanted) => {
      const keyAt = ({ openedAt, number }: Place) => keys.byReporterKey(key, openedAt, number);
      return page(
        { index: 'byReporter', newestFirst: true, placeIn: ({ openedAt, number }) => ({ openedAt, number }), keyAt },
        wanted,
      );
    },
    inState: (state, wanted) => {
      const keyAt = ({ precedence = 'ordinary', openedAt, number }: Place) =>
        keys.byStateKey(state, precedence, openedAt, number);
      const placeIn = (ticket: Ticket): Place => ({ ...ticket, precedence: precedenceOf(ticket) });
      return page({ index: 'byState', newestFirst: false, placeIn, keyAt }, wanted);
    },
  };
};
