import { shippedDistrict } from '#adapters/district-file.ts';
import { documentClient } from '#adapters/dynamodb/document-client.ts';
import { dynamoTicketStore } from '#adapters/dynamodb/ticket-store.ts';
import { systemClock } from '#adapters/system-clock.ts';
import { TicketEventMessage } from '#contracts/messages/ticket-event-message.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { queueFunction } from '#runtime/queue.ts';
import { Env } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);

export const handler = queueFunction(
  TicketEventMessage,
  createHandler({
    store: dynamoTicketStore(documentClient(), env.TICKETS_TABLE),
    district: shippedDistrict(),
    now: systemClock,
    department: env.DEPARTMENT,
  }),
);
