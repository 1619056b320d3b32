import type { Construct } from 'constructs';
import type * as z from 'zod';
import { takeJambonzMessageContract, takeTwilioMessageContract } from '#contracts/webhooks/take-message.ts';
import type { Env } from '#functions/take-message/env.ts';
import { allow, sendTo } from '#infra/constructs/permissions.ts';
import { PHONE_TIMEOUT, PhoneDoor } from '#infra/constructs/phone-door.ts';
import type { PhoneParts } from '#infra/constructs/phone-parts.ts';

/** The fallback door: two queues, and no table that could be away. */
export class TakeMessage extends PhoneDoor {
  constructor(scope: Construct, { api, queues, phoneSecret, jambonzSecret, ...parts }: PhoneParts) {
    const [recordings, parkedCalls] = [queues.recordings, queues.parkedCalls];
    super(scope, {
      ...parts,
      name: takeTwilioMessageContract.name,
      timeout: PHONE_TIMEOUT,
      environment: {
        TWILIO_SECRET: phoneSecret.secretArn,
        JAMBONZ_SECRET: jambonzSecret.secretArn,
        PUBLIC_URL: api.publicUrl,
        RECORDINGS_QUEUE_URL: recordings.queueUrl,
        PARKED_CALLS_QUEUE_URL: parkedCalls.queueUrl,
      } satisfies z.input<typeof Env>,
      may: [
        sendTo(recordings, parkedCalls),
        allow(['secretsmanager:GetSecretValue'], phoneSecret.secretArn, jambonzSecret.secretArn),
      ],
    });
    api.serveWebhook(takeTwilioMessageContract, this.lambda);
    api.serveWebhook(takeJambonzMessageContract, this.lambda);
  }
}
