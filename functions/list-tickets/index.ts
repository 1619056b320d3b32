import { documentClient } from '#adapters/dynamodb/document-client.ts';
import { dynamoTicketLists } from '#adapters/dynamodb/ticket-lists.ts';
import { listTicketsContract } from '#contracts/http/list-tickets.ts';
import { apiFunction, served } from '#runtime/api.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { Env } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);

const handle = createHandler({ lists: dynamoTicketLists(documentClient(), env.TICKETS_TABLE) });

export const handler = apiFunction([served(listTicketsContract, handle)], { groupsClaim: env.GROUPS_CLAIM });
