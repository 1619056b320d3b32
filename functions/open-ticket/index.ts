import { shippedDistrict } from '#adapters/district-file.ts';
import { documentClient } from '#adapters/dynamodb/document-client.ts';
import { dynamoTicketStore } from '#adapters/dynamodb/ticket-store.ts';
import { secureRandomBelow, systemClock } from '#adapters/system-clock.ts';
import { openTicketContract } from '#contracts/http/open-ticket.ts';
import { apiFunction, served } from '#runtime/api.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { Env } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);

const handle = createHandler({
  store: dynamoTicketStore(documentClient(), env.TICKETS_TABLE),
  district: shippedDistrict(),
  now: systemClock,
  randomBelow: secureRandomBelow,
});

export const handler = apiFunction([served(openTicketContract, handle)], { groupsClaim: env.GROUPS_CLAIM });
