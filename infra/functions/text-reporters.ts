import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type * as z from 'zod';
import type { Env } from '#functions/text-reporters/env.ts';
import { HotlineFunction } from '#infra/constructs/hotline-function.ts';
import { allow, consumeFrom, onTable } from '#infra/constructs/permissions.ts';
import { type QueueParts, telephonyOf } from '#infra/constructs/phone-parts.ts';

/** Fed by the queue of texts: reads whom to tell what, texts them, and remembers it. */
export class TextReporters extends HotlineFunction {
  constructor(scope: Construct, { tickets, queues, phoneSecret, ...parts }: QueueParts) {
    const from = queues.texts;
    super(scope, 'text-reporters', {
      ...parts,
      name: 'text-reporters',
      timeout: Duration.seconds(30),
      environment: {
        TICKETS_TABLE: tickets.tableName,
        SIGNING_SECRET: phoneSecret.secretArn,
        ...telephonyOf(parts.deployment),
      } satisfies z.input<typeof Env>,
      may: [
        onTable(tickets, 'GetItem', 'PutItem'),
        allow(['secretsmanager:GetSecretValue'], phoneSecret.secretArn),
        consumeFrom(from),
      ],
    });
    this.consume(from, { mostAtOnce: 5 });
  }
}
