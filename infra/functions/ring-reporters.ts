import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { type Env, touches } from '#functions/ring-reporters/env.ts';
import { EveryMinute } from '#infra/constructs/every-minute.ts';
import { countLimitsMet } from '#infra/constructs/log-counts.ts';
import type { OwnVariables } from '#infra/constructs/own-variables.ts';
import { allow } from '#infra/constructs/permissions.ts';
import { type PhoneParts, telephonyOf } from '#infra/constructs/phone-parts.ts';

/** Each minute: rings reporters whose matter is resolved, and writes that it did. */
export class RingReporters extends EveryMinute {
  constructor(scope: Construct, { phoneSecret, api, ...parts }: PhoneParts) {
    super(scope, 'ring-reporters', {
      ...parts,
      name: 'ring-reporters',
      timeout: Duration.minutes(3),
      touches,
      environment: {
        PUBLIC_URL: api.publicUrl,
        SIGNING_SECRET: phoneSecret.secretArn,
        ...telephonyOf(parts.deployment),
      } satisfies OwnVariables<typeof Env>,
      may: [allow(['secretsmanager:GetSecretValue'], phoneSecret.secretArn)],
    });
    countLimitsMet(this, parts.deployment);
  }
}
