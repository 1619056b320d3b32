import { shippedDistrict } from '../../shared/adapters/district-file.ts';
import { dynamoCallStore } from '../../shared/adapters/dynamodb/call-store.ts';
import { documentClient } from '../../shared/adapters/dynamodb/document-client.ts';
import { dynamoTicketStore } from '../../shared/adapters/dynamodb/ticket-store.ts';
import { storedSigningSecrets } from '../../shared/adapters/secrets/signing-secrets.ts';
import { secureRandomBelow, systemClock } from '../../shared/adapters/system-clock.ts';
import { answerCallContract } from '../../shared/contracts/webhooks/answer-call.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { webhookFunction } from '../../shared/runtime/webhook.ts';
import { Env } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);
const client = documentClient();

export const handler = webhookFunction(
  answerCallContract,
  createHandler({
    calls: dynamoCallStore(client, env.TICKETS_TABLE),
    store: dynamoTicketStore(client, env.TICKETS_TABLE),
    secrets: storedSigningSecrets(env.SIGNING_SECRET),
    district: shippedDistrict(),
    now: systemClock,
    randomBelow: secureRandomBelow,
    publicUrl: env.PUBLIC_URL,
    agentNumber: env.AGENT_NUMBER,
  }),
  { publicUrl: env.PUBLIC_URL },
);
