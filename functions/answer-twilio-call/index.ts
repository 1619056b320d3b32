import { withinDoorTime } from '#adapters/door-time.ts';
import { lineOf, phoneAdapters } from '#adapters/phone-adapters.ts';
import { storedSigningSecrets } from '#adapters/secrets/signing-secrets.ts';
import { standing } from '#adapters/standing.ts';
import { answerTwilioCallContract } from '#contracts/webhooks/answer-twilio-call.ts';
import { only } from '#ports/ports.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { rowsPassedOver } from '#runtime/log.ts';
import { webhookFunction } from '#runtime/webhook.ts';
import { Env, touches } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);

export const handler = webhookFunction(
  answerTwilioCallContract,
  createHandler({
    ...standing(),
    ...only(touches, phoneAdapters(env, rowsPassedOver)),
    ...lineOf(env),
    secrets: storedSigningSecrets(env.SIGNING_SECRET),
    publicUrl: env.PUBLIC_URL,
  }),
  { publicUrl: env.PUBLIC_URL, within: withinDoorTime },
);
