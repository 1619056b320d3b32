import { randomUUID } from 'node:crypto';
import { dynamoDayCounts } from '#adapters/dynamodb/day-counts.ts';
import { documentClient } from '#adapters/dynamodb/document-client.ts';
import { dynamoDueIndex } from '#adapters/dynamodb/due-index.ts';
import { tableAdapters } from '#adapters/dynamodb/table-adapters.ts';
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
const adapters = {
  ...tableAdapters(env, client),
  dueIndex: dynamoDueIndex(client, env.TICKETS_TABLE),
  dayCounts: dynamoDayCounts(client, env.TICKETS_TABLE),
};

export const handler = scheduledFunction(
  'ring-reporters',
  createHandler({
    ...standing(),
    ...only(touches, adapters),
    newId: () => randomUUID(),
    log,
    publicUrl: env.PUBLIC_URL,
    telephony: telephonyOf(env),
  }),
);
