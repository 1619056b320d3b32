import { shippedDistrict } from '#adapters/district-file.ts';
import { documentClient } from '#adapters/dynamodb/document-client.ts';
import { dynamoDueIndex } from '#adapters/dynamodb/due-index.ts';
import { dynamoTicketStore } from '#adapters/dynamodb/ticket-store.ts';
import { systemClock } from '#adapters/system-clock.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { log } from '#runtime/log.ts';
import { scheduledFunction } from '#runtime/schedule.ts';
import { Env } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);
const client = documentClient();

export const handler = scheduledFunction(
  'raise-cards',
  createHandler({
    store: dynamoTicketStore(client, env.TICKETS_TABLE),
    dueIndex: dynamoDueIndex(client, env.TICKETS_TABLE),
    district: shippedDistrict(),
    now: systemClock,
    log,
  }),
);
