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

export const handler = queueFunction(
  TicketEventMessage,
  createHandler({ ...standing(), ...only(touches, tableAdapters(env)), telephony: telephonyOf(env) }),
);
