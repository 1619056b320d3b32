import { phoneAdapters } from '#adapters/phone-adapters.ts';
import { storedSigningSecrets } from '#adapters/secrets/signing-secrets.ts';
import { answerTwilioCallContract } from '#contracts/webhooks/answer-twilio-call.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { webhookFunction } from '#runtime/webhook.ts';
import { Env } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);

export const handler = webhookFunction(
  answerTwilioCallContract,
  createHandler({ ...phoneAdapters(env), secrets: storedSigningSecrets(env.SIGNING_SECRET), publicUrl: env.PUBLIC_URL }),
  { publicUrl: env.PUBLIC_URL },
);
