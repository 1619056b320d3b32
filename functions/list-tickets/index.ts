import { documentClient } from '#adapters/dynamodb/document-client.ts';
import { dynamoTicketLists } from '#adapters/dynamodb/ticket-lists.ts';
import { listTicketsContract } from '#contracts/http/list-tickets.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { httpFunction } from '#runtime/http.ts';
import { Env } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);

export const handler = httpFunction(
  listTicketsContract,
  createHandler({ lists: dynamoTicketLists(documentClient(), env.TICKETS_TABLE) }),
  { groupsClaim: env.GROUPS_CLAIM },
);
