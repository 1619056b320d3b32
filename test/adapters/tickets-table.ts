import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { localClientConfig } from '../../local/endpoint.ts';
import { createTableFromTemplate, dataTemplate, tableIn } from '../../local/tables.ts';
import { dynamoCallStore } from '../../shared/adapters/dynamodb/call-store.ts';
import { documentClient } from '../../shared/adapters/dynamodb/document-client.ts';
import { dynamoDueIndex } from '../../shared/adapters/dynamodb/due-index.ts';
import { dynamoTicketLists } from '../../shared/adapters/dynamodb/ticket-lists.ts';
import { dynamoTicketStore } from '../../shared/adapters/dynamodb/ticket-store.ts';
import type { CallStore } from '../../shared/ports/call-store.ts';
import type { DueIndex, TicketLists, TicketStore } from '../../shared/ports/ticket-store.ts';

/** An empty tickets table with all that is kept in it. */
export interface TicketsTable {
  client: DynamoDBDocumentClient;
  TableName: string;
  /** The attribute by which the template lets rows expire. */
  expiryAttribute: string;
  tickets: TicketStore & TicketLists & DueIndex;
  calls: CallStore;
}

/** Takes the address of a DynamoDB; gives what makes a new tickets table there each time that it is called. */
export const ticketsTables = (endpoint: string): (() => Promise<TicketsTable>) => {
  const template = dataTemplate();
  const expiryAttribute = tableIn(template, 'Tickets').TimeToLiveSpecification?.AttributeName ?? '';
  const client = documentClient(localClientConfig(endpoint));
  return async () => {
    const TableName = await createTableFromTemplate(client, template, 'Tickets');
    return {
      ...{ client, TableName, expiryAttribute },
      tickets: {
        ...dynamoTicketStore(client, TableName),
        ...dynamoTicketLists(client, TableName),
        ...dynamoDueIndex(client, TableName),
      },
      calls: dynamoCallStore(client, TableName),
    };
  };
};
