import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dynamoTicketLists } from '#adapters/dynamodb/ticket-lists.ts';
import type { District } from '#domain/district/district.ts';
import { plusMinutes } from '#domain/instant.ts';
import { createTables } from '#local/tables.ts';
import { listChanges } from '#use-cases/lists/list-changes.ts';
import { listTickets } from '#use-cases/lists/list-tickets.ts';
import { meter } from './metered-table.ts';
import { openedAt, writeAll } from './years-of-tickets.ts';

const NOW = '2026-11-23T02:00:00.000Z';

/** What one page of a list costs. */
export interface ListCost {
  requests: number;
  read: number;
  milliseconds: number;
  /** The bytes of the answer. */
  bytes: number;
  /** What it costs to ask for its changes when nothing happened. */
  quiet: { requests: number; read: number };
}

/** Fills a table with so many open tickets, then reads the first page of a hundred. */
export const measureList = async (endpoint: string, count: number, district: District): Promise<ListCost> => {
  const base = new DynamoDBClient({ endpoint, region: 'local', credentials: { accessKeyId: 'x', secretAccessKey: 'x' } });
  const client = DynamoDBDocumentClient.from(base, { marshallOptions: { removeUndefinedValues: true } });
  const { tickets } = await createTables(base);
  const opened = Array.from({ length: count }, (_, n) => openedAt(plusMinutes(NOW, -n), n, district));
  await writeAll(client, tickets, opened);
  const used = meter(base);
  const began = performance.now();
  const needs = { lists: dynamoTicketLists(client, tickets), district, now: () => plusMinutes(NOW, 2) };
  const wanted = { viewer: 'agent', filter: { state: 'received' } } as const;
  const { items, first } = await listTickets(wanted, { order: 'age', size: 100 }, needs);
  const milliseconds = performance.now() - began;
  if (items.length !== Math.min(100, count)) throw new Error(`a list of ${count} tickets showed ${items.length}`);
  const { requests, read } = used();
  const changes = await listChanges(wanted, first?.changes ?? '', { ...needs, now: () => plusMinutes(NOW, 2.2) });
  if (changes.items.length > 0) throw new Error('something changed');
  const quiet = used();
  base.destroy();
  return { requests, read, milliseconds, bytes: Buffer.byteLength(JSON.stringify(items)), quiet };
};
