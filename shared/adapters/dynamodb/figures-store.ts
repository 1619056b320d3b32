import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Cell } from '#domain/figures/cell.ts';
import type { CellChange, KeptCell } from '#domain/figures/changes.ts';
import { Instant } from '#domain/instant.ts';
import type { FiguresStore } from '#ports/figures.ts';
import { cellKey, cellsPk, PROGRESS_KEY, placeOf, sortKeysOf } from './figures-keys.ts';
import { queryRows } from './query-rows.ts';
import { parseRow } from './rows.ts';
import { rowsAt } from './rows-at.ts';
import { writeTogether } from './transaction.ts';

/** A cell lies as text, so that a condition compares it whole: whoever replaces it has seen exactly this one. */
const CellRow = z.object({ cell: z.string() });
const ProgressRow = z.object({ settled: Instant, asOf: Instant, counted: z.record(Instant, z.string()).optional() });

const keptCell = (row: Record<string, unknown>): KeptCell => {
  const { cell: seen } = parseRow(CellRow, row);
  return { place: placeOf(row as { pk: string; sk: string }), cell: Cell.parse(JSON.parse(seen)), seen };
};

const writeOf = (TableName: string, { place, seen, cell }: CellChange) => {
  const asSeen = {
    TableName,
    ...(seen === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: '#cell = :seen',
          ExpressionAttributeNames: { '#cell': 'cell' },
          ExpressionAttributeValues: { ':seen': seen },
        }),
  };
  const key = cellKey(place);
  return cell ? { Put: { Item: { ...key, cell: JSON.stringify(cell) }, ...asSeen } } : { Delete: { Key: key, ...asSeen } };
};

/** The figures' table as a FiguresStore. */
export const dynamoFiguresStore = (client: DynamoDBDocumentClient, TableName: string): FiguresStore => {
  return {
    within: async (level, above, choice) => {
      const { from, to } = choice ? sortKeysOf(choice) : {};
      const rows = await queryRows(client, {
        TableName,
        KeyConditionExpression: choice ? 'pk = :pk AND sk BETWEEN :from AND :to' : 'pk = :pk',
        ExpressionAttributeValues: { ':pk': cellsPk(level, above), ...(choice && { ':from': from, ':to': to }) },
        ConsistentRead: true,
      });
      const wanted = ({ place: { start } }: KeptCell) => !choice || (start >= choice.first && start <= choice.last);
      return rows.map(keptCell).filter(wanted);
    },
    at: async (places) => {
      const keys = places.map(cellKey);
      const rows = await rowsAt(client, TableName, keys);
      const cells = new Map(rows.map((row) => [`${row.pk} ${row.sk}`, keptCell(row)]));
      return keys.map(({ pk, sk }) => cells.get(`${pk} ${sk}`));
    },
    replace: async (changes) => {
      const { written } = await writeTogether(
        client,
        changes.map((change) => writeOf(TableName, change)),
      );
      return written ? 'replaced' : 'conflict';
    },
    progress: async () => {
      const { Item } = await client.send(new GetCommand({ TableName, Key: PROGRESS_KEY, ConsistentRead: true }));
      return Item && parseRow(ProgressRow, Item);
    },
    advance: async (seen, next) => {
      const asSeen = seen
        ? {
            ConditionExpression: '#settled = :settled AND #asOf = :asOf',
            ExpressionAttributeNames: { '#settled': 'settled', '#asOf': 'asOf' },
            ExpressionAttributeValues: { ':settled': seen.settled, ':asOf': seen.asOf },
          }
        : { ConditionExpression: 'attribute_not_exists(pk)' };
      try {
        await client.send(new PutCommand({ TableName, Item: { ...PROGRESS_KEY, ...next }, ...asSeen }));
        return 'advanced';
      } catch (error) {
        if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return 'conflict';
        throw error;
      }
    },
  };
};
