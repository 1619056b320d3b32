import { randomUUID } from 'node:crypto';
import { documentClient } from '#adapters/dynamodb/document-client.ts';
import { dynamoDueIndex } from '#adapters/dynamodb/due-index.ts';
import { dynamoDutyRings } from '#adapters/dynamodb/duty-rings.ts';
import { endingAdapters } from '#adapters/ending-adapters.ts';
import { standing } from '#adapters/standing.ts';
import { telephonyOf } from '#adapters/twilio/telephony-of.ts';
import { only } from '#ports/ports.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { log } from '#runtime/log.ts';
import { scheduledFunction } from '#runtime/schedule.ts';
import { Env, touches } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);
const client = documentClient();
const always = standing();
const adapters = {
  ...endingAdapters(env, client),
  dueIndex: dynamoDueIndex(client, env.TICKETS_TABLE),
  dutyRings: dynamoDutyRings(client, env.TICKETS_TABLE, always.now),
};

export const handler = scheduledFunction(
  'ring-duty',
  createHandler({
    ...always,
    ...only(touches, adapters),
    newId: () => randomUUID(),
    log,
    publicUrl: env.PUBLIC_URL,
    telephony: telephonyOf(env),
  }),
);
