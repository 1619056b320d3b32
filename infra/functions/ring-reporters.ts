import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type * as z from 'zod';
import type { Env } from '#functions/ring-reporters/env.ts';
import { EveryMinute } from '#infra/constructs/every-minute.ts';
import { allow, onTable, queryOf } from '#infra/constructs/permissions.ts';
import { type PhoneParts, telephonyOf } from '#infra/constructs/phone-parts.ts';

/** Each minute: rings reporters whose matter is resolved, and writes that it did. */
export class RingReporters extends EveryMinute {
  constructor(scope: Construct, { tickets, phoneSecret, api, ...parts }: PhoneParts) {
    super(scope, 'ring-reporters', {
      ...parts,
      name: 'ring-reporters',
      timeout: Duration.minutes(3),
      environment: {
        TICKETS_TABLE: tickets.tableName,
        PUBLIC_URL: api.publicUrl,
        SIGNING_SECRET: phoneSecret.secretArn,
        ...telephonyOf(parts.deployment),
      } satisfies z.input<typeof Env>,
      may: [
        queryOf(tickets, 'byDue'),
        onTable(tickets, 'GetItem', 'PutItem'),
        allow(['secretsmanager:GetSecretValue'], phoneSecret.secretArn),
      ],
    });
  }
}
