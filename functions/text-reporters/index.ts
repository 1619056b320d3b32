import { dynamoDayCounts } from '#adapters/dynamodb/day-counts.ts';
import { documentClient } from '#adapters/dynamodb/document-client.ts';
import { dynamoSentMarks } from '#adapters/dynamodb/sent-marks.ts';
import { tableAdapters } from '#adapters/dynamodb/table-adapters.ts';
import { standing } from '#adapters/standing.ts';
import { telephonyOf } from '#adapters/twilio/telephony-of.ts';
import { TicketEventMessage } from '#contracts/messages/ticket-event-message.ts';
import { only } from '#ports/ports.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { queueFunction } from '#runtime/queue.ts';
import { Env, touches } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);
const client = documentClient();
const always = standing();
const adapters = {
  ...tableAdapters(env, client),
  sent: dynamoSentMarks(client, env.TICKETS_TABLE, always.now),
  dayCounts: dynamoDayCounts(client, env.TICKETS_TABLE),
};

export const handler = queueFunction(
  TicketEventMessage,
  createHandler({ ...always, ...only(touches, adapters), telephony: telephonyOf(env) }),
);
