import { shippedDistrict } from '#adapters/district-file.ts';
import { documentClient } from '#adapters/dynamodb/document-client.ts';
import { dynamoSentMarks } from '#adapters/dynamodb/sent-marks.ts';
import { dynamoTicketStore } from '#adapters/dynamodb/ticket-store.ts';
import { systemClock } from '#adapters/system-clock.ts';
import { telephonyOf } from '#adapters/twilio/telephony-of.ts';
import { TicketEventMessage } from '#contracts/messages/ticket-event-message.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { queueFunction } from '#runtime/queue.ts';
import { Env } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);
const client = documentClient();

export const handler = queueFunction(
  TicketEventMessage,
  createHandler({
    store: dynamoTicketStore(client, env.TICKETS_TABLE),
    sent: dynamoSentMarks(client, env.TICKETS_TABLE, systemClock),
    district: shippedDistrict(),
    telephony: telephonyOf(env),
  }),
);
