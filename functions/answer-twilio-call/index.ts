import { phoneAdapters } from '../../shared/adapters/phone-adapters.ts';
import { storedSigningSecrets } from '../../shared/adapters/secrets/signing-secrets.ts';
import { answerTwilioCallContract } from '../../shared/contracts/webhooks/answer-twilio-call.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { webhookFunction } from '../../shared/runtime/webhook.ts';
import { Env } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);

export const handler = webhookFunction(
  answerTwilioCallContract,
  createHandler({ ...phoneAdapters(env), secrets: storedSigningSecrets(env.SIGNING_SECRET), publicUrl: env.PUBLIC_URL }),
  { publicUrl: env.PUBLIC_URL },
);
