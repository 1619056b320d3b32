import { shippedDistrict } from '#adapters/district-file.ts';
import { documentClient } from '#adapters/dynamodb/document-client.ts';
import { dynamoTicketStore } from '#adapters/dynamodb/ticket-store.ts';
import { getTicketContract } from '#contracts/http/get-ticket.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { httpFunction } from '#runtime/http.ts';
import { Env } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);

export const handler = httpFunction(
  getTicketContract,
  createHandler({ store: dynamoTicketStore(documentClient(), env.TICKETS_TABLE), district: shippedDistrict() }),
  { groupsClaim: env.GROUPS_CLAIM },
);
