import { randomUUID } from 'node:crypto';
import { shippedDistrict } from '../../shared/adapters/district-file.ts';
import { documentClient } from '../../shared/adapters/dynamodb/document-client.ts';
import { dynamoDueIndex } from '../../shared/adapters/dynamodb/due-index.ts';
import { dynamoTicketStore } from '../../shared/adapters/dynamodb/ticket-store.ts';
import { systemClock } from '../../shared/adapters/system-clock.ts';
import { telephonyOf } from '../../shared/adapters/twilio/telephony-of.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { log } from '../../shared/runtime/log.ts';
import { scheduledFunction } from '../../shared/runtime/schedule.ts';
import { Env } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);
const client = documentClient();

export const handler = scheduledFunction(
  'ring-reporters',
  createHandler({
    ...{ store: dynamoTicketStore(client, env.TICKETS_TABLE), dueIndex: dynamoDueIndex(client, env.TICKETS_TABLE) },
    ...{ district: shippedDistrict(), now: systemClock, newId: () => randomUUID(), log },
    ...{ publicUrl: env.PUBLIC_URL, telephony: telephonyOf(env) },
  }),
);
