import { shippedDistrict } from '../../shared/adapters/district-file.ts';
import { documentClient } from '../../shared/adapters/dynamodb/document-client.ts';
import { dynamoTicketStore } from '../../shared/adapters/dynamodb/ticket-store.ts';
import { systemClock } from '../../shared/adapters/system-clock.ts';
import { addToTicketContract } from '../../shared/contracts/http/add-to-ticket.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { httpFunction } from '../../shared/runtime/http.ts';
import { Env } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);

export const handler = httpFunction(
  addToTicketContract,
  createHandler({ store: dynamoTicketStore(documentClient(), env.TICKETS_TABLE), district: shippedDistrict(), now: systemClock }),
  { groupsClaim: env.GROUPS_CLAIM },
);
