import type { DynamoDBDocumentClient, QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { CountedCall, CountedTicket } from '#domain/figures/contributions.ts';
import { fiveMinutesOf } from '#domain/figures/spans.ts';
import { Instant } from '#domain/instant.ts';
import type { FiguresSource } from '#ports/figures.ts';
import { fiveMinutes, Index, OUTCOME, openedPk, recordedPk } from './keys.ts';
import { queryRows } from './query-rows.ts';
import { parseRow } from './rows.ts';

const Recorded = z.object({ openedAt: Instant });

/** Reads only the fields of some schemas, and of a ticket with them nothing of what somebody said to the hotline. */
const onlyFieldsOf = (schemas: z.ZodObject[]): Pick<QueryCommandInput, 'ProjectionExpression' | 'ExpressionAttributeNames'> => {
  const names = [...new Set(['pk', 'sk', ...schemas.flatMap(({ shape }) => Object.keys(shape))])];
  return {
    ProjectionExpression: names.map((name) => `#${name}`).join(', '),
    ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
  };
};

/** The index of the tickets' table by time, as a FiguresSource. */
export const dynamoFiguresSource = (client: DynamoDBDocumentClient, TableName: string): FiguresSource => {
  const partition = (pk: string, ...schemas: z.ZodObject[]): Promise<Record<string, unknown>[]> =>
    queryRows(client, {
      TableName,
      IndexName: Index.byTime,
      KeyConditionExpression: 'byTimePk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      ...onlyFieldsOf(schemas),
    });
  return {
    openingsRecordedIn: async (at) => {
      const rows = await partition(recordedPk(fiveMinutes(at)), Recorded);
      return [...new Set(rows.map((row) => fiveMinutesOf(parseRow(Recorded, row).openedAt)))];
    },
    openedIn: async (at) => {
      const rows = await partition(openedPk(fiveMinutes(at)), CountedTicket, CountedCall);
      const { calls = [], tickets = [] } = Object.groupBy(rows, ({ sk }) => (sk === OUTCOME ? 'calls' : 'tickets'));
      return {
        tickets: tickets.map((row) => parseRow(CountedTicket, row)),
        calls: calls.map((row) => parseRow(CountedCall, row)),
      };
    },
  };
};
