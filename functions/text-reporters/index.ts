import { shippedDistrict } from '../../shared/adapters/district-file.ts';
import { documentClient } from '../../shared/adapters/dynamodb/document-client.ts';
import { dynamoSentMarks } from '../../shared/adapters/dynamodb/sent-marks.ts';
import { dynamoTicketStore } from '../../shared/adapters/dynamodb/ticket-store.ts';
import { systemClock } from '../../shared/adapters/system-clock.ts';
import { telephonyOf } from '../../shared/adapters/twilio/telephony-of.ts';
import { TicketEventMessage } from '../../shared/contracts/messages/ticket-event-message.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { queueFunction } from '../../shared/runtime/queue.ts';
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
