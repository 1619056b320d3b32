import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Ports } from '#ports/ports.ts';
import { dynamoCallBacks } from './call-backs.ts';
import { dynamoCallStore } from './call-store.ts';
import { documentClient } from './document-client.ts';
import { dynamoTicketStore } from './ticket-store.ts';

/** The ports to the tickets' table that most functions touch. */
type TablePorts = Pick<Ports, 'store' | 'calls' | 'callBacks'>;

/** The tickets' table, for functions that touch some of it. `client` is for a door that waits less long. */
export const tableAdapters = (
  { TICKETS_TABLE }: { TICKETS_TABLE: string },
  client: DynamoDBDocumentClient = documentClient(),
): TablePorts => ({
  store: dynamoTicketStore(client, TICKETS_TABLE),
  calls: dynamoCallStore(client, TICKETS_TABLE),
  callBacks: dynamoCallBacks(client, TICKETS_TABLE),
});
