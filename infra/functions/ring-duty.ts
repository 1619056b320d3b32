import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { type Env, touches } from '#functions/ring-duty/env.ts';
import { EveryMinute } from '#infra/constructs/every-minute.ts';
import type { OwnVariables } from '#infra/constructs/own-variables.ts';
import { allow } from '#infra/constructs/permissions.ts';
import { type PhoneParts, telephonyOf } from '#infra/constructs/phone-parts.ts';

/** Each minute: rings who is on duty for people in danger, and writes that it did. */
export class RingDuty extends EveryMinute {
  constructor(scope: Construct, { phoneSecret, api, ...parts }: PhoneParts) {
    super(scope, 'ring-duty', {
      ...parts,
      name: 'ring-duty',
      timeout: Duration.minutes(3),
      touches,
      whenItFails:
        'It also fails when nobody on duty took an urgent ticket, the provider refuses a duty number, or it does not reach all tickets in its time: look at that ticket first, then at duty.yaml.',
      environment: {
        PUBLIC_URL: api.publicUrl,
        SIGNING_SECRET: phoneSecret.secretArn,
        ...telephonyOf(parts.deployment),
      } satisfies OwnVariables<typeof Env>,
      may: [allow(['secretsmanager:GetSecretValue'], phoneSecret.secretArn)],
    });
  }
}
