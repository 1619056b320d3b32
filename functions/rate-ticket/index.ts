import { shippedDistrict } from '../../shared/adapters/district-file.ts';
import { documentClient } from '../../shared/adapters/dynamodb/document-client.ts';
import { dynamoTicketStore } from '../../shared/adapters/dynamodb/ticket-store.ts';
import { systemClock } from '../../shared/adapters/system-clock.ts';
import { rateTicketContract } from '../../shared/contracts/http/rate-ticket.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { httpFunction } from '../../shared/runtime/http.ts';
import { Env } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);

export const handler = httpFunction(
  rateTicketContract,
  createHandler({ store: dynamoTicketStore(documentClient(), env.TICKETS_TABLE), district: shippedDistrict(), now: systemClock }),
  { groupsClaim: env.GROUPS_CLAIM },
);
