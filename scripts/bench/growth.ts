import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dynamoDueIndex } from '#adapters/dynamodb/due-index.ts';
import { dynamoFiguresSource } from '#adapters/dynamodb/figures-source.ts';
import { dynamoFiguresStore } from '#adapters/dynamodb/figures-store.ts';
import { dynamoTicketStore } from '#adapters/dynamodb/ticket-store.ts';
import type { District } from '#domain/district/district.ts';
import { contributionsIn } from '#domain/figures/contributions.ts';
import { offsetMinutes, plusMinutes } from '#domain/instant.ts';
import { createHandler as createSweep } from '#functions/raise-cards/handler.ts';
import { createHandler as createRollUp } from '#functions/roll-up-figures/handler.ts';
import { createTables } from '#local/tables.ts';
import { countRequests } from './requests.ts';
import { oldTickets, openedAt, writeAll } from './years-of-tickets.ts';

/** What one run cost. */
export interface Cost {
  requests: number;
  milliseconds: number;
}

/** How much is new in each of the measured runs, however many tickets there are. */
const NEW_TICKETS = 10;

/** A working morning of a covered year: cards may fall. */
const NOW = '2026-11-23T02:00:00.000Z';

/** Fills a table with so many old tickets, then measures one sweep and one roll-up with a few new ones among them. */
export const measureGrowth = async (
  endpoint: string,
  count: number,
  district: District,
): Promise<{ sweep: Cost; rollUp: Cost }> => {
  const base = new DynamoDBClient({ endpoint, region: 'local', credentials: { accessKeyId: 'x', secretAccessKey: 'x' } });
  const client = DynamoDBDocumentClient.from(base, { marshallOptions: { removeUndefinedValues: true } });
  const { tickets, figures } = await createTables(base);
  await writeAll(client, tickets, oldTickets(count, NOW, district));

  const store = dynamoTicketStore(client, tickets);
  const needs = { store, district, now: () => NOW, log: () => {} };
  const sweep = createSweep({ ...needs, dueIndex: dynamoDueIndex(client, tickets) });
  const rollUp = createRollUp({
    source: dynamoFiguresSource(client, tickets),
    figures: dynamoFiguresStore(client, figures),
    contributionsOf: contributionsIn(district),
    offset: offsetMinutes(district.utcOffset),
    now: () => NOW,
    log: () => {},
  });
  await rollUp();

  // Opened two weeks ago, so that their cards are due, and recorded now, so that their figures are.
  const fresh = Array.from({ length: NEW_TICKETS }, (_, n) => {
    const change = openedAt(plusMinutes(NOW, -14 * 24 * 60 - 5 * n), 90_000 + n, district);
    return { ...change, event: { ...change.event, recordedAt: plusMinutes(NOW, -1) } };
  });
  await writeAll(client, tickets, fresh);

  const requests = countRequests(base);
  const measure = async (run: () => Promise<number>): Promise<Cost> => {
    const [before, began] = [requests(), performance.now()];
    const done = await run();
    if (done < NEW_TICKETS) throw new Error(`only ${done} of ${NEW_TICKETS} were done, so nothing was measured`);
    return { requests: requests() - before, milliseconds: performance.now() - began };
  };
  const costs = { rollUp: await measure(rollUp), sweep: await measure(sweep) };
  base.destroy();
  return costs;
};
