import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { type Env, touches } from '#functions/keep-recordings/env.ts';
import { HotlineFunction } from '#infra/constructs/hotline-function.ts';
import type { OwnVariables } from '#infra/constructs/own-variables.ts';
import { allow, consumeFrom } from '#infra/constructs/permissions.ts';
import { type QueueParts, telephonyOf } from '#infra/constructs/phone-parts.ts';

/** Fed by the queue of recordings: fetches them into the bucket, and links them from tickets and call-backs. */
export class KeepRecordings extends HotlineFunction {
  constructor(scope: Construct, { queues, phoneSecret, ...parts }: QueueParts) {
    const from = queues.recordings;
    super(scope, 'keep-recordings', {
      ...parts,
      name: 'keep-recordings',
      timeout: Duration.seconds(60),
      touches,
      environment: {
        SIGNING_SECRET: phoneSecret.secretArn,
        ...telephonyOf(parts.deployment),
      } satisfies OwnVariables<typeof Env>,
      may: [allow(['secretsmanager:GetSecretValue'], phoneSecret.secretArn), consumeFrom(from)],
    });
    // The sound of several long calls at once would not fit into its memory.
    this.consume(from, { mostAtOnce: 10, batch: 1 });
  }
}
