import { OF_A_CONTACT_FLOW } from '#adapters/client-settings.ts';
import { withinDoorTime } from '#adapters/door-time.ts';
import { documentClient } from '#adapters/dynamodb/document-client.ts';
import { lineOf, phoneAdapters } from '#adapters/phone-adapters.ts';
import { standing } from '#adapters/standing.ts';
import { only } from '#ports/ports.ts';
import { contactFlowFunction } from '#runtime/contact-flow.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { rowsPassedOver } from '#runtime/log.ts';
import { Env, touches } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);
const client = documentClient({}, OF_A_CONTACT_FLOW);

export const handler = contactFlowFunction(
  'answer-connect-call',
  createHandler({
    ...standing(),
    ...only(touches, phoneAdapters(env, rowsPassedOver, client)),
    ...lineOf(env),
    hasDesk: env.HAS_AGENTS === 'yes',
    hearsSpeech: env.HEARS_SPEECH === 'yes',
  }),
  { within: withinDoorTime },
);
