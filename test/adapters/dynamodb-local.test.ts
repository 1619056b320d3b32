import { afterAll, beforeAll } from 'vitest';
import { type DynamodbLocal, startDynamodbLocal } from '#local/dynamodb-local.ts';
import { ticketsTableSuite } from './suites/tickets-table.ts';
import { type TicketsTable, ticketsTables } from './tickets-table.ts';

// Amazon's own DynamoDB Local is the referee: it refuses expressions that an emulator lets through.
let dynamodb: DynamodbLocal;
let make: () => Promise<TicketsTable>;

beforeAll(async () => {
  dynamodb = await startDynamodbLocal();
  make = ticketsTables(dynamodb.endpoint);
});
afterAll(() => dynamodb?.stop());

ticketsTableSuite('DynamoDB Local', () => make());
