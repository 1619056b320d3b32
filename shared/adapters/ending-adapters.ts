import { shippedDistrict } from './district-file.ts';
import { dynamoCallBacks } from './dynamodb/call-backs.ts';
import { dynamoCallStore } from './dynamodb/call-store.ts';
import { documentClient } from './dynamodb/document-client.ts';
import { dynamoTicketStore } from './dynamodb/ticket-store.ts';
import { secureRandomBelow, systemClock } from './system-clock.ts';

/** The real parts behind a function that ends calls or makes tickets of them, but answers none. */
export const endingAdapters = (table: string, client = documentClient()) => ({
  calls: dynamoCallStore(client, table),
  callBacks: dynamoCallBacks(client, table),
  store: dynamoTicketStore(client, table),
  district: shippedDistrict(),
  now: systemClock,
  randomBelow: secureRandomBelow,
});
