import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import type * as z from 'zod';
import type { Env } from '#functions/end-silent-calls/env.ts';
import { EveryMinute } from '#infra/constructs/every-minute.ts';
import type { FunctionParts } from '#infra/constructs/hotline-function.ts';
import { onTable, queryOf } from '#infra/constructs/permissions.ts';

/** Each minute: ends the calls that nobody has heard of any more. */
export class EndSilentCalls extends EveryMinute {
  constructor(scope: Construct, { tickets, ...parts }: FunctionParts & { tickets: Table }) {
    super(scope, 'end-silent-calls', {
      ...parts,
      name: 'end-silent-calls',
      timeout: Duration.minutes(1),
      environment: { TICKETS_TABLE: tickets.tableName } satisfies z.input<typeof Env>,
      may: [queryOf(tickets, 'byDue'), onTable(tickets, 'GetItem', 'PutItem', 'UpdateItem')],
    });
  }
}
