import type { Construct } from 'constructs';
import { answerTwilioCallContract } from '#contracts/webhooks/answer-twilio-call.ts';
import { type Env, touches } from '#functions/answer-twilio-call/env.ts';
import type { OwnVariables } from '#infra/constructs/own-variables.ts';
import { allow } from '#infra/constructs/permissions.ts';
import { PHONE_TIMEOUT, PhoneDoor } from '#infra/constructs/phone-door.ts';
import { deskOf, type PhoneParts, textsOf } from '#infra/constructs/phone-parts.ts';

/** Twilio's door: keeps the call step by step, opens, rates and reads tickets, ends the call. */
export class AnswerTwilioCall extends PhoneDoor {
  constructor(scope: Construct, { phoneSecret, ...parts }: PhoneParts) {
    super(scope, {
      ...parts,
      name: answerTwilioCallContract.name,
      timeout: PHONE_TIMEOUT,
      touches,
      environment: {
        ...textsOf(parts.deployment),
        ...deskOf(parts.deployment),
        SIGNING_SECRET: phoneSecret.secretArn,
        PUBLIC_URL: parts.api.publicUrl,
      } satisfies OwnVariables<typeof Env>,
      may: [allow(['secretsmanager:GetSecretValue'], phoneSecret.secretArn)],
    });
    parts.api.serveWebhook(answerTwilioCallContract, this.lambda);
  }
}
