import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Instant } from '#domain/instant.ts';
import { Precedence, precedenceOf } from '#domain/tickets/precedence.ts';
import { factsOf, TicketState } from '#domain/tickets/states.ts';
import { summaryOf, TicketSummary } from '#domain/tickets/ticket-summary.ts';
import type { Page, TicketLists } from '#ports/ticket-store.ts';
import * as keys from './keys.ts';
import { cursorAfter, type Place, placeOf } from './list-cursor.ts';
import { queryRows } from './query-rows.ts';
import { factsIn, parseRow, readable, unwritten } from './rows.ts';
import { rowsAt } from './rows-at.ts';

type Row = Record<string, unknown>;

const order = (one: Place, other: Place): number => {
  const ranks = Precedence.options;
  const rank = ({ precedence = 'ordinary' }: Place): number => ranks.indexOf(precedence);
  const byOpening = one.openedAt.localeCompare(other.openedAt) || one.number.localeCompare(other.number);
  return rank(one) - rank(other) || byOpening;
};

/** Where a row stands in the desk's lists. Whether all of it can be read is seen when it is shown. */
const placeIn = (row: Row): Place => ({
  openedAt: String(row.openedAt),
  number: String(row.byListSk),
  precedence: precedenceOf({ urgent: row.urgent === true, danger: row.danger as TicketSummary['danger'] }),
});

/** The tickets' indexes as TicketLists. `passedOver` is told how many rows of a page can't be read. */
export const dynamoTicketLists = (
  client: DynamoDBDocumentClient,
  table: string,
  passedOver: (rows: number) => void = () => {},
): TicketLists => {
  const told = <T>(page: Page<T>): Page<T> => {
    if (page.unreadable > 0) passedOver(page.unreadable);
    return page;
  };
  const partition = (index: keyof typeof keys.Index, pk: string): Promise<Row[]> =>
    queryRows(client, {
      TableName: table,
      IndexName: keys.Index[index],
      KeyConditionExpression: '#pk = :pk',
      ExpressionAttributeNames: { '#pk': `${index}Pk` },
      ExpressionAttributeValues: { ':pk': pk },
    });

  const inParts = async (parts: readonly string[]): Promise<Row[]> =>
    (await Promise.all(parts.map((pk) => partition('byList', pk)))).flat();

  return {
    ofReporter: async (key, { size, cursor }) => {
      const { byReporterPk } = keys.byReporterKey(key, '', '');
      const after = cursor === undefined ? undefined : placeOf(byReporterPk, cursor);
      // One more than asked for tells whether there is another page.
      const found = await queryRows(
        client,
        {
          TableName: table,
          IndexName: keys.Index.byReporter,
          KeyConditionExpression: 'byReporterPk = :pk',
          ExpressionAttributeValues: { ':pk': byReporterPk },
          ScanIndexForward: false,
          ...(after && {
            ExclusiveStartKey: { ...keys.byReporterKey(key, after.openedAt, after.number), ...keys.ticketKey(after.number) },
          }),
        },
        size + 1,
      );
      const shown = found.slice(0, size);
      const wanted = shown.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }));
      const rows = await rowsAt(client, table, wanted);
      const byPk = new Map(rows.map((row) => [String(row.pk), row]));
      const inOrder = wanted.map(({ pk }) => byPk.get(pk)).filter((row) => row !== undefined);
      const [openedAt = '', number = ''] = String(shown.at(-1)?.byReporterSk).split('#');
      return told({
        ...readable(inOrder, (row) => summaryOf(factsIn(row))),
        ...(found.length > size && { cursor: cursorAfter(byReporterPk, { openedAt, number }) }),
      });
    },
    inState: async (state, { size, cursor, month }) => {
      const isOpen = factsOf({ state }).clocks !== 'stop';
      if (!isOpen && month === undefined) throw new Error(`tickets that are ${state} are listed by month`);
      const parts = isOpen ? keys.OPEN_PKS : [keys.donePk(month ?? '')];
      const list = isOpen ? `STATE#${state}` : `STATE#${state}#${month}`;
      const after = cursor === undefined ? undefined : placeOf(list, cursor);
      const found = await inParts(parts);
      // What is in a state that nobody knows would be in no list.
      const strangers = found.filter((row) => !TicketState.safeParse(row.state).success).length;
      const inState = found.filter((row) => row.state === state).map((row) => ({ row, place: placeIn(row) }));
      // A place that is none can't be gone on from.
      const placed = inState.filter(({ place }) => Instant.safeParse(place.openedAt).success);
      const rows = placed
        .filter(({ place }) => after === undefined || order(place, after) > 0)
        .sort((one, other) => order(one.place, other.place));
      const shown = rows.slice(0, size);
      const last = shown.at(-1);
      const { items, unreadable } = readable(
        shown.map(({ row }) => row),
        (row) => parseRow(TicketSummary(), unwritten(row)),
      );
      const page: Page<TicketSummary> = { items, unreadable: unreadable + strangers + inState.length - placed.length };
      return told(rows.length > size && last ? { ...page, cursor: cursorAfter(list, last.place) } : page);
    },
  };
};
