import { documentClient } from '#adapters/dynamodb/document-client.ts';
import { phoneAdapters } from '#adapters/phone-adapters.ts';
import { contactFlowFunction } from '#runtime/contact-flow.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { Env } from './env.ts';
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
    ...phoneAdapters(env, client),
    hasDesk: env.HAS_AGENTS === 'yes',
    hearsSpeech: env.HEARS_SPEECH === 'yes',
  }),
);
