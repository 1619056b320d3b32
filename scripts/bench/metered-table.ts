import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { OfferedFacts } from '#domain/calls/own-tickets.ts';
import { TicketSummary } from '#domain/tickets/ticket-summary.ts';
import { sizeOfRow, writeUnits } from './row-size.ts';

type Row = Record<string, unknown>;

/** What requests to DynamoDB cost: how many there were, and their units as AWS bills them. */
export interface Used {
  requests: number;
  written: number;
  read: number;
}

/** What of a row stands in each index beside its keys. */
const INDEXES: Record<string, readonly string[]> = {
  byReporter: [],
  byList: Object.keys(TicketSummary().shape),
  byPhone: Object.keys(OfferedFacts().omit({ openedAt: true }).shape),
  byDue: [],
  byTime: [],
};

const entryIn = (index: string, row: Row | undefined): Row | undefined => {
  if (row?.[`${index}Pk`] === undefined) return undefined;
  const names = ['pk', 'sk', `${index}Pk`, `${index}Sk`, ...(INDEXES[index] ?? [])];
  return Object.fromEntries(names.flatMap((name) => (row[name] === undefined ? [] : [[name, row[name]]])));
};

/** The units of an index when a row changes: nothing for what stays, two writes for one that moves. */
const indexUnits = (index: string, before: Row | undefined, after: Row | undefined): number => {
  const [old, next] = [entryIn(index, before), entryIn(index, after)];
  const unitsOf = (entry: Row | undefined): number => (entry ? writeUnits(sizeOfRow(entry)) : 0);
  if (!old || !next) return unitsOf(old) + unitsOf(next);
  if (old[`${index}Pk`] !== next[`${index}Pk`] || old[`${index}Sk`] !== next[`${index}Sk`]) return unitsOf(old) + unitsOf(next);
  return JSON.stringify(old) === JSON.stringify(next) ? 0 : Math.max(unitsOf(old), unitsOf(next));
};

const keyOf = ({ pk, sk }: Row): string => `${pk} ${sk}`;
/** A row as it is sent or as the document client gives it back. */
const plain = (row: unknown): Row =>
  typeof (row as Row).pk === 'string' ? (row as Row) : unmarshall(row as Parameters<typeof unmarshall>[0]);

interface Asked {
  TableName?: string;
  Item?: unknown;
  ConsistentRead?: boolean;
  TransactItems?: { Put?: { TableName: string; Item: unknown }; Delete?: { Key: unknown }; Update?: { Key: unknown } }[];
}
interface Answered {
  Item?: unknown;
  Items?: unknown[];
  Responses?: Record<string, unknown[]>;
}

/**
 * Counts what a client asks of DynamoDB from now on, and reckons its units from the sizes of the rows: what DynamoDB Local
 * says of itself is not what AWS bills. Gives what was used since the last time that it was asked.
 */
export const meter = (client: DynamoDBClient): (() => Used) => {
  const rows = new Map<string, Row>();
  let used: Used = { requests: 0, written: 0, read: 0 };
  const write = (table: string, row: Row, times: number): void => {
    const key = `${table} ${keyOf(row)}`;
    const before = rows.get(key);
    rows.set(key, row);
    const size = Math.max(sizeOfRow(row), before ? sizeOfRow(before) : 0);
    const indexes = Object.keys(INDEXES).reduce((sum, index) => sum + indexUnits(index, before, row), 0);
    used.written += times * writeUnits(size) + indexes;
  };
  const readUnits = (found: readonly unknown[], consistent: boolean): number => {
    const bytes = found.reduce<number>((sum, row) => sum + sizeOfRow(plain(row)), 0);
    return Math.max(1, Math.ceil(bytes / 4096)) * (consistent ? 1 : 0.5);
  };
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const asked = args.input as Asked;
      const answer = await next(args);
      used.requests += 1;
      const output = (answer as { output: Answered }).output;
      switch (context.commandName) {
        case 'PutItemCommand':
          write(asked.TableName ?? '', plain(asked.Item), 1);
          break;
        case 'TransactWriteItemsCommand':
          for (const { Put, Delete, Update } of asked.TransactItems ?? []) {
            if (Put) write(Put.TableName, plain(Put.Item), 2);
            // A row that only counts is small, and in no index.
            if (Delete || Update) used.written += 2;
          }
          break;
        case 'GetItemCommand':
          used.read += readUnits(output.Item ? [output.Item] : [], asked.ConsistentRead === true);
          break;
        case 'BatchGetItemCommand':
          // Each row by itself, and as last written.
          for (const row of Object.values(output.Responses ?? {}).flat()) used.read += readUnits([row], true);
          break;
        case 'QueryCommand':
          used.read += readUnits(output.Items ?? [], asked.ConsistentRead === true);
          break;
        default:
          throw new Error(`nobody reckons what ${context.commandName} costs`);
      }
      return answer;
    },
    { step: 'build', name: 'meter' },
  );
  return () => {
    const since = used;
    used = { requests: 0, written: 0, read: 0 };
    return since;
  };
};
