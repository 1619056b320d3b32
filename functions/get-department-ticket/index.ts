import { shippedDistrict } from '#adapters/district-file.ts';
import { documentClient } from '#adapters/dynamodb/document-client.ts';
import { dynamoTicketStore } from '#adapters/dynamodb/ticket-store.ts';
import { getDepartmentTicketContract } from '#contracts/http/get-department-ticket.ts';
import { apiFunction, served } from '#runtime/api.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { Env } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);

const handle = createHandler({ store: dynamoTicketStore(documentClient(), env.TICKETS_TABLE), district: shippedDistrict() });

export const handler = apiFunction([served(getDepartmentTicketContract, handle)], { groupsClaim: env.GROUPS_CLAIM });
