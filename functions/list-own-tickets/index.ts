import { documentClient } from '#adapters/dynamodb/document-client.ts';
import { dynamoTicketLists } from '#adapters/dynamodb/ticket-lists.ts';
import { listOwnTicketsContract } from '#contracts/http/list-own-tickets.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { httpFunction } from '#runtime/http.ts';
import { Env } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);

export const handler = httpFunction(
  listOwnTicketsContract,
  createHandler({ lists: dynamoTicketLists(documentClient(), env.TICKETS_TABLE) }),
  { groupsClaim: env.GROUPS_CLAIM },
);
