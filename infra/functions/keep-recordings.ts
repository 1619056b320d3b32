import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type * as z from 'zod';
import type { Env } from '#functions/keep-recordings/env.ts';
import { HotlineFunction } from '#infra/constructs/hotline-function.ts';
import { allow, consumeFrom, onTable } from '#infra/constructs/permissions.ts';
import { type QueueParts, telephonyOf } from '#infra/constructs/phone-parts.ts';

/** Fed by the queue of recordings: fetches them into the bucket, and links them from tickets and call-backs. */
export class KeepRecordings extends HotlineFunction {
  constructor(scope: Construct, { tickets, queues, recordings, phoneSecret, ...parts }: QueueParts) {
    const from = queues.recordings;
    const { CALLER_ID: _, ...account } = telephonyOf(parts.deployment);
    super(scope, 'keep-recordings', {
      ...parts,
      name: 'keep-recordings',
      timeout: Duration.seconds(60),
      environment: {
        TICKETS_TABLE: tickets.tableName,
        RECORDINGS_BUCKET: recordings.bucketName,
        SIGNING_SECRET: phoneSecret.secretArn,
        ...account,
      } satisfies z.input<typeof Env>,
      mayHear: recordings.below(['recordings'], 'PutObject', 'GetObject'),
      may: [
        onTable(tickets, 'GetItem', 'PutItem'),
        // Without it S3 says of what is not there that it is forbidden.
        allow(['s3:ListBucket'], recordings.bucketArn),
        allow(['secretsmanager:GetSecretValue'], phoneSecret.secretArn),
        consumeFrom(from),
      ],
    });
    // The sound of several long calls at once would not fit into its memory.
    this.consume(from, { mostAtOnce: 10, batch: 1 });
  }
}
