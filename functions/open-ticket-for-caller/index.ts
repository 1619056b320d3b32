import { shippedDistrict } from '../../shared/adapters/district-file.ts';
import { documentClient } from '../../shared/adapters/dynamodb/document-client.ts';
import { dynamoTicketStore } from '../../shared/adapters/dynamodb/ticket-store.ts';
import { secureRandomBelow, systemClock } from '../../shared/adapters/system-clock.ts';
import { openTicketForCallerContract } from '../../shared/contracts/http/open-ticket-for-caller.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { httpFunction } from '../../shared/runtime/http.ts';
import { Env } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);

export const handler = httpFunction(
  openTicketForCallerContract,
  createHandler({
    store: dynamoTicketStore(documentClient(), env.TICKETS_TABLE),
    district: shippedDistrict(),
    now: systemClock,
    randomBelow: secureRandomBelow,
  }),
  { groupsClaim: env.GROUPS_CLAIM },
);
