import type { DynamoDBDocumentClient, QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { CountedTicket } from '../../domain/figures/contributions.ts';
import { fiveMinutesOf } from '../../domain/figures/spans.ts';
import { Instant } from '../../domain/instant.ts';
import type { FiguresSource } from '../../ports/figures.ts';
import { fiveMinutes, Index, openedPk, recordedPk } from './keys.ts';
import { queryRows } from './query-rows.ts';
import { parseRow } from './rows.ts';

const RecordedEvent = z.object({ openedAt: Instant });

/** Reads only the fields of a schema, and of a ticket with them nothing of what somebody said to the hotline. */
const onlyFieldsOf = (schema: z.ZodObject): Pick<QueryCommandInput, 'ProjectionExpression' | 'ExpressionAttributeNames'> => {
  const names = ['pk', 'sk', ...Object.keys(schema.shape)];
  return {
    ProjectionExpression: names.map((name) => `#${name}`).join(', '),
    ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
  };
};

/** The index of the tickets' table by time, as a FiguresSource. */
export const dynamoFiguresSource = (client: DynamoDBDocumentClient, TableName: string): FiguresSource => {
  const partition = async <S extends z.ZodObject>(schema: S, pk: string): Promise<z.output<S>[]> => {
    const rows = await queryRows(client, {
      TableName,
      IndexName: Index.byTime,
      KeyConditionExpression: 'byTimePk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      ...onlyFieldsOf(schema),
    });
    return rows.map((row) => parseRow(schema, row));
  };
  return {
    openingsRecordedIn: async (at) => {
      const events = await partition(RecordedEvent, recordedPk(fiveMinutes(at)));
      return [...new Set(events.map(({ openedAt }) => fiveMinutesOf(openedAt)))];
    },
    openedIn: (at) => partition(CountedTicket, openedPk(fiveMinutes(at))),
  };
};
