import type { Construct } from 'constructs';
import type * as z from 'zod';
import { answerJambonzCallContract } from '#contracts/webhooks/answer-jambonz-call.ts';
import type { Env } from '#functions/answer-jambonz-call/env.ts';
import { allow } from '#infra/constructs/permissions.ts';
import { PHONE_TIMEOUT, PhoneDoor } from '#infra/constructs/phone-door.ts';
import { deskOf, type PhoneParts, phoneEnvironment, phonePermissions } from '#infra/constructs/phone-parts.ts';

/** The door of jambonz: keeps the call step by step, opens, rates and reads tickets, ends the call. */
export class AnswerJambonzCall extends PhoneDoor {
  constructor(scope: Construct, { jambonzSecret, ...parts }: PhoneParts) {
    super(scope, {
      ...parts,
      name: answerJambonzCallContract.name,
      timeout: PHONE_TIMEOUT,
      environment: {
        ...phoneEnvironment(parts),
        ...deskOf(parts.deployment),
        SIGNING_SECRET: jambonzSecret.secretArn,
        PUBLIC_URL: parts.api.publicUrl,
      } satisfies z.input<typeof Env>,
      may: [...phonePermissions(parts), allow(['secretsmanager:GetSecretValue'], jambonzSecret.secretArn)],
    });
    parts.api.serveWebhook(answerJambonzCallContract, this.lambda);
  }
}
