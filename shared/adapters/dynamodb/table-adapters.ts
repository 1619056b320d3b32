import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { systemClock } from '#adapters/system-clock.ts';
import type { Ports } from '#ports/ports.ts';
import { dynamoCallBacks } from './call-backs.ts';
import { dynamoCallStore } from './call-store.ts';
import { documentClient } from './document-client.ts';
import { dynamoDueIndex } from './due-index.ts';
import { dynamoFiguresSource } from './figures-source.ts';
import { dynamoSentMarks } from './sent-marks.ts';
import { dynamoTicketLists } from './ticket-lists.ts';
import { dynamoTicketStore } from './ticket-store.ts';

/** The ports that are the tickets' table. */
type TablePorts = Pick<Ports, 'store' | 'lists' | 'dueIndex' | 'calls' | 'callBacks' | 'sent' | 'source'>;

/** All that the tickets' table is, for functions that touch some of it. `client` is for a door that waits less long. */
export const tableAdapters = (
  { TICKETS_TABLE }: { TICKETS_TABLE: string },
  client: DynamoDBDocumentClient = documentClient(),
): TablePorts => ({
  store: dynamoTicketStore(client, TICKETS_TABLE),
  lists: dynamoTicketLists(client, TICKETS_TABLE),
  dueIndex: dynamoDueIndex(client, TICKETS_TABLE),
  calls: dynamoCallStore(client, TICKETS_TABLE),
  callBacks: dynamoCallBacks(client, TICKETS_TABLE),
  sent: dynamoSentMarks(client, TICKETS_TABLE, systemClock),
  source: dynamoFiguresSource(client, TICKETS_TABLE),
});
