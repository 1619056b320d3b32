import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type Instant, plusMinutes } from '#domain/instant.ts';
import { summaryOf, TicketSummary } from '#domain/tickets/ticket-summary.ts';
import type { ChangedTicket, Listed, TicketLists } from '#ports/ticket-store.ts';
import * as keys from './keys.ts';
import { cursorAfter, placeOf } from './list-cursor.ts';
import { queryRows } from './query-rows.ts';
import { factsIn, parseRow, readable, unwritten } from './rows.ts';
import { rowsAt } from './rows-at.ts';

type Row = Record<string, unknown>;

/** The beginnings of all five minutes that two moments lie in or between. */
const fiveMinutesIn = (since: Instant, until: Instant): Instant[] => {
  const found: Instant[] = [];
  for (let at = since; keys.fiveMinutes(at) <= keys.fiveMinutes(until); at = plusMinutes(at, 5)) found.push(at);
  return found;
};

const changedIn = (row: Row): ChangedTicket => {
  const facts = factsIn(row);
  return { ticket: summaryOf(facts), wentFrom: facts.wentFrom ?? [] };
};

/** The tickets' indexes as TicketLists. `passedOver` is told how many rows of a page can't be read. */
export const dynamoTicketLists = (
  client: DynamoDBDocumentClient,
  table: string,
  passedOver: (rows: number) => void = () => {},
): TicketLists => {
  const told = <P extends { unreadable: number }>(page: P): P => {
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

  const listed = async (parts: readonly string[]): Promise<Listed> => {
    const rows = (await Promise.all(parts.map((pk) => partition('byList', pk)))).flat();
    return told(readable(rows, (row) => parseRow(TicketSummary(), unwritten(row))));
  };

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
    allOpen: () => listed(keys.OPEN_PKS),
    changedSince: async (since, until, most) => {
      const recorded = async (bucket: Instant): Promise<string[]> => {
        const query = {
          TableName: table,
          IndexName: keys.Index.byTime,
          KeyConditionExpression: 'byTimePk = :pk AND byTimeSk >= :since',
          ExpressionAttributeValues: { ':pk': keys.recordedPk(keys.fiveMinutes(bucket)), ':since': since },
        };
        const rows = await queryRows(client, query);
        return rows.map(({ byTimeSk }) => keys.recordedAs(String(byTimeSk)).id).filter((id) => !id.startsWith('CALL#'));
      };
      const ids = (await Promise.all(fiveMinutesIn(since, until).map(recorded))).flat();
      const wanted = new Map(ids.map((id) => [keys.countedKey(id).pk, keys.countedKey(id)]));
      if (wanted.size > most) return 'too-many';
      const rows = await rowsAt(client, table, [...wanted.values()]);
      return told(readable(rows, changedIn)).items;
    },
    doneIn: (month) => listed([keys.donePk(month)]),
  };
};
