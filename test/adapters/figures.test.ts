import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoCallStore } from '#adapters/dynamodb/call-store.ts';
import { documentClient } from '#adapters/dynamodb/document-client.ts';
import { cellKey, placeOf } from '#adapters/dynamodb/figures-keys.ts';
import { dynamoFiguresSource } from '#adapters/dynamodb/figures-source.ts';
import { dynamoFiguresStore } from '#adapters/dynamodb/figures-store.ts';
import { dynamoTicketStore } from '#adapters/dynamodb/ticket-store.ts';
import { startDynamodbLocal } from '#local/dynamodb-local.ts';
import { startEmulator } from '#local/emulator.ts';
import { localClientConfig } from '#local/endpoint.ts';
import { createTableFromTemplate, dataTemplate } from '#local/tables.ts';
import { memoryCalls } from './memory/calls.ts';
import { memoryFiguresSource } from './memory/figures-source.ts';
import { memoryFigures } from './memory/figures-store.ts';
import { memoryTickets } from './memory/tickets.ts';
import { type Counted, figuresSourceSuite } from './suites/figures-source.ts';
import { figuresStoreSuite } from './suites/figures-store.ts';

const tablesAt = (endpoint: string): (() => Promise<Counted>) => {
  const template = dataTemplate();
  const client = documentClient(localClientConfig(endpoint));
  return async () => {
    const tickets = await createTableFromTemplate(client, template, 'Tickets');
    const figures = await createTableFromTemplate(client, template, 'Figures');
    return {
      tickets: dynamoTicketStore(client, tickets),
      calls: dynamoCallStore(client, tickets),
      source: dynamoFiguresSource(client, tickets),
      figures: dynamoFiguresStore(client, figures),
    };
  };
};

const suites = (name: string, make: () => Promise<Counted>): void => {
  figuresStoreSuite(name, async () => (await make()).figures);
  figuresSourceSuite(name, make);
};

suites('memory', async () => {
  const [tickets, calls] = [memoryTickets(), memoryCalls()];
  return { tickets, calls, source: memoryFiguresSource(tickets, calls), figures: memoryFigures() };
});

describe.each([
  ['DynamoDB Local', startDynamodbLocal],
  ['the local AWS', startEmulator],
] as const)('over %s', (name, start) => {
  let running: { endpoint: string; stop(): Promise<void> };
  let make: () => Promise<Counted>;
  beforeAll(async () => {
    running = await start();
    make = tablesAt(running.endpoint);
  });
  afterAll(() => running?.stop());
  suites(name, () => make());
});

it('every place has a key of its own that says which place it is', () => {
  const about = { by: 'area', value: 'north' } as const;
  const places = [
    { level: 'five-minutes', start: '2026-11-23T08:05', ...about },
    { level: 'hour', start: '2026-11-23T08', ...about },
    { level: 'day', start: '2026-11-23', ...about },
    { level: 'month', start: '2026-11', ...about },
    { level: 'year', start: '2026', ...about },
  ] as const;
  expect(places.map((place) => placeOf(cellKey(place)))).toEqual(places);
  expect(cellKey(places[0])).toEqual({ pk: 'five-minutes#2026-11-23T08', sk: 'area#north#2026-11-23T08:05' });
});
