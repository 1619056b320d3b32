import type { Construct } from 'constructs';
import { answerJambonzCallContract } from '#contracts/webhooks/answer-jambonz-call.ts';
import { type Env, touches } from '#functions/answer-jambonz-call/env.ts';
import type { OwnVariables } from '#infra/constructs/own-variables.ts';
import { allow } from '#infra/constructs/permissions.ts';
import { PHONE_TIMEOUT, PhoneDoor } from '#infra/constructs/phone-door.ts';
import { deskOf, type PhoneParts, textsOf } from '#infra/constructs/phone-parts.ts';

/** The door of jambonz: keeps the call step by step, opens, rates and reads tickets, ends the call. */
export class AnswerJambonzCall extends PhoneDoor {
  constructor(scope: Construct, { jambonzSecret, ...parts }: PhoneParts) {
    super(scope, {
      ...parts,
      name: answerJambonzCallContract.name,
      timeout: PHONE_TIMEOUT,
      touches,
      environment: {
        ...textsOf(parts.deployment),
        ...deskOf(parts.deployment),
        SIGNING_SECRET: jambonzSecret.secretArn,
        PUBLIC_URL: parts.api.publicUrl,
      } satisfies OwnVariables<typeof Env>,
      may: [allow(['secretsmanager:GetSecretValue'], jambonzSecret.secretArn)],
    });
    parts.api.serveWebhook(answerJambonzCallContract, this.lambda);
  }
}
