import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { type Env, touches } from '#functions/text-reporters/env.ts';
import { HotlineFunction } from '#infra/constructs/hotline-function.ts';
import { countLimitsMet } from '#infra/constructs/log-counts.ts';
import type { OwnVariables } from '#infra/constructs/own-variables.ts';
import { allow, consumeFrom } from '#infra/constructs/permissions.ts';
import { type QueueParts, telephonyOf } from '#infra/constructs/phone-parts.ts';

/** Fed by the queue of texts: reads who gets which text, sends it, and remembers it. */
export class TextReporters extends HotlineFunction {
  constructor(scope: Construct, { queues, phoneSecret, ...parts }: QueueParts) {
    const from = queues.texts;
    super(scope, 'text-reporters', {
      ...parts,
      name: 'text-reporters',
      timeout: Duration.seconds(30),
      touches,
      environment: {
        SIGNING_SECRET: phoneSecret.secretArn,
        ...telephonyOf(parts.deployment),
      } satisfies OwnVariables<typeof Env>,
      may: [allow(['secretsmanager:GetSecretValue'], phoneSecret.secretArn), consumeFrom(from)],
    });
    countLimitsMet(this, parts.deployment);
    this.consume(from, { mostAtOnce: 5 });
  }
}
