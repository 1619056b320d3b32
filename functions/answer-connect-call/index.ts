import { documentClient } from '#adapters/dynamodb/document-client.ts';
import { lineOf, phoneAdapters } from '#adapters/phone-adapters.ts';
import { standing } from '#adapters/standing.ts';
import { only } from '#ports/ports.ts';
import { contactFlowFunction } from '#runtime/contact-flow.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { Env, touches } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);
// A contact flow waits for 3 s, so the table is asked again sooner than elsewhere.
const client = documentClient({
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 500, requestTimeout: 900, throwOnRequestTimeout: true },
});

export const handler = contactFlowFunction(
  'answer-connect-call',
  createHandler({
    ...standing(),
    ...only(touches, phoneAdapters(env, client)),
    ...lineOf(env),
    hasDesk: env.HAS_AGENTS === 'yes',
    hearsSpeech: env.HEARS_SPEECH === 'yes',
  }),
);
