import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { dynamoCallBacks } from '#adapters/dynamodb/call-backs.ts';
import { dynamoCallStore } from '#adapters/dynamodb/call-store.ts';
import { dynamoDayCounts } from '#adapters/dynamodb/day-counts.ts';
import { documentClient } from '#adapters/dynamodb/document-client.ts';
import { dynamoDueIndex } from '#adapters/dynamodb/due-index.ts';
import { dynamoDutyRings } from '#adapters/dynamodb/duty-rings.ts';
import { eventInImage } from '#adapters/dynamodb/event-image.ts';
import { dynamoFiguresSource } from '#adapters/dynamodb/figures-source.ts';
import { dynamoLookUps } from '#adapters/dynamodb/look-ups.ts';
import { dynamoTelephoneTickets } from '#adapters/dynamodb/telephone-tickets.ts';
import { dynamoTicketLists } from '#adapters/dynamodb/ticket-lists.ts';
import { dynamoTicketStore } from '#adapters/dynamodb/ticket-store.ts';
import { localClientConfig } from '#local/endpoint.ts';
import { createTableFromTemplate, dataTemplate, tableIn } from '#local/tables.ts';
import type { DayCounts } from '#ports/day-counts.ts';
import type { DutyRings } from '#ports/duty-rings.ts';
import type { TelephoneTickets } from '#ports/telephone-tickets.ts';
import type { DueIndex, TicketLists, TicketStore } from '#ports/ticket-store.ts';
import { MONDAY_AT_TEN } from '#test/unit/domain/new-ticket.ts';
import type { KeptCalls } from './suites/ended-calls.ts';
import type { KeptLookUps } from './suites/look-ups.ts';

/** An empty tickets table with all that is kept in it. */
export interface TicketsTable extends KeptCalls, KeptLookUps {
  client: DynamoDBDocumentClient;
  TableName: string;
  /** The attribute by which the template lets rows expire. */
  expiryAttribute: string;
  tickets: TicketStore & TicketLists & DueIndex & TelephoneTickets;
  dayCounts: DayCounts;
  dutyRings: DutyRings;
}

/** What the stream would carry: every row that is read as an event. */
const eventsIn = async (client: DynamoDBDocumentClient, TableName: string) => {
  const { Items = [] } = await client.send(new ScanCommand({ TableName, ConsistentRead: true }));
  return Items.flatMap((row) => eventInImage(marshall(row) as Parameters<typeof eventInImage>[0]) ?? []);
};

/** Takes the address of a DynamoDB; gives what makes a new tickets table there each time that it is called. */
export const ticketsTables = (endpoint: string): (() => Promise<TicketsTable>) => {
  const template = dataTemplate();
  const expiryAttribute = tableIn(template, 'Tickets').TimeToLiveSpecification?.AttributeName ?? '';
  const client = documentClient(localClientConfig(endpoint));
  return async () => {
    const TableName = await createTableFromTemplate(client, template, 'Tickets');
    return {
      client,
      TableName,
      expiryAttribute,
      tickets: {
        ...dynamoTicketStore(client, TableName),
        ...dynamoTicketLists(client, TableName),
        ...dynamoDueIndex(client, TableName),
        ...dynamoTelephoneTickets(client, TableName),
      },
      dayCounts: dynamoDayCounts(client, TableName),
      dutyRings: dynamoDutyRings(client, TableName, () => MONDAY_AT_TEN),
      calls: dynamoCallStore(client, TableName),
      callBacks: dynamoCallBacks(client, TableName),
      source: dynamoFiguresSource(client, TableName),
      wanted: async () => (await eventsIn(client, TableName)).filter((event) => event.type === 'call-back-wanted'),
      lookUps: dynamoLookUps(client, TableName),
      toBeTexted: async () => (await eventsIn(client, TableName)).filter((event) => event.type === 'look-up-wanted'),
    };
  };
};
