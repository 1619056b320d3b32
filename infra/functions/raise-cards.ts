import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import type * as z from 'zod';
import type { Env } from '#functions/raise-cards/env.ts';
import { EveryMinute } from '#infra/constructs/every-minute.ts';
import type { FunctionParts } from '#infra/constructs/hotline-function.ts';
import { onTable, queryOf } from '#infra/constructs/permissions.ts';

/** Each minute: reads the index of what is due, and writes those tickets with the events of their cards. */
export class RaiseCards extends EveryMinute {
  constructor(scope: Construct, { tickets, ...parts }: FunctionParts & { tickets: Table }) {
    super(scope, 'raise-cards', {
      ...parts,
      name: 'raise-cards',
      // After an outage there is much to catch up with; runs may overlap, a ticket's version lets one of them win.
      timeout: Duration.minutes(3),
      environment: { TICKETS_TABLE: tickets.tableName } satisfies z.input<typeof Env>,
      may: [queryOf(tickets, 'byDue'), onTable(tickets, 'GetItem', 'PutItem')],
    });
  }
}
