import { dynamoDayCounts } from '#adapters/dynamodb/day-counts.ts';
import { documentClient } from '#adapters/dynamodb/document-client.ts';
import { dynamoLookUps } from '#adapters/dynamodb/look-ups.ts';
import { dynamoSentMarks } from '#adapters/dynamodb/sent-marks.ts';
import { tableAdapters } from '#adapters/dynamodb/table-adapters.ts';
import { keysAndCodesLater } from '#adapters/later-adapters.ts';
import { standing } from '#adapters/standing.ts';
import { telephonyOf } from '#adapters/twilio/telephony-of.ts';
import { only } from '#ports/ports.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { queueFunction } from '#runtime/queue.ts';
import { Env, touches } from './env.ts';
import { aboutText, createHandler, TextMessage } from './handler.ts';

const env = readEnvironment(Env);
const client = documentClient();
const always = standing();
const adapters = {
  ...tableAdapters(env, client),
  sent: dynamoSentMarks(client, env.TICKETS_TABLE, always.now),
  lookUps: dynamoLookUps(client, env.TICKETS_TABLE),
  ...keysAndCodesLater(env),
  dayCounts: dynamoDayCounts(client, env.TICKETS_TABLE),
};

export const handler = queueFunction(
  TextMessage,
  createHandler({ ...always, ...only(touches, adapters), telephony: telephonyOf(env) }),
  { about: aboutText },
);
