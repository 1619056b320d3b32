import type { Construct } from 'constructs';
import { takeJambonzMessageContract, takeTwilioMessageContract } from '#contracts/webhooks/take-message.ts';
import { type Env, touches } from '#functions/take-message/env.ts';
import type { OwnVariables } from '#infra/constructs/own-variables.ts';
import { allow } from '#infra/constructs/permissions.ts';
import { PHONE_TIMEOUT, PhoneDoor } from '#infra/constructs/phone-door.ts';
import type { PhoneParts } from '#infra/constructs/phone-parts.ts';

/** The fallback door: two queues, and no table that could be away. */
export class TakeMessage extends PhoneDoor {
  constructor(scope: Construct, { api, phoneSecret, jambonzSecret, ...parts }: PhoneParts) {
    super(scope, {
      ...parts,
      name: takeTwilioMessageContract.name,
      timeout: PHONE_TIMEOUT,
      touches,
      environment: {
        TWILIO_SECRET: phoneSecret.secretArn,
        JAMBONZ_SECRET: jambonzSecret.secretArn,
        PUBLIC_URL: api.publicUrl,
      } satisfies OwnVariables<typeof Env>,
      may: [allow(['secretsmanager:GetSecretValue'], phoneSecret.secretArn, jambonzSecret.secretArn)],
    });
    api.serveWebhook(takeTwilioMessageContract, this.lambda);
    api.serveWebhook(takeJambonzMessageContract, this.lambda);
  }
}
