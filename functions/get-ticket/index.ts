import { shippedDistrict } from '#adapters/district-file.ts';
import { documentClient } from '#adapters/dynamodb/document-client.ts';
import { dynamoTicketStore } from '#adapters/dynamodb/ticket-store.ts';
import { getTicketContract } from '#contracts/http/get-ticket.ts';
import { apiFunction, served } from '#runtime/api.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { Env } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);

const handle = createHandler({ store: dynamoTicketStore(documentClient(), env.TICKETS_TABLE), district: shippedDistrict() });

export const handler = apiFunction([served(getTicketContract, handle)], { groupsClaim: env.GROUPS_CLAIM });
