import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import type * as z from 'zod';
import type { Env } from '#functions/roll-up-figures/env.ts';
import { EveryMinute } from '#infra/constructs/every-minute.ts';
import type { FunctionParts } from '#infra/constructs/hotline-function.ts';
import { onTable, queryOf } from '#infra/constructs/permissions.ts';

/** Each minute: reads what was recorded by time, and replaces the figures' cells that it changed. */
export class RollUpFigures extends EveryMinute {
  constructor(scope: Construct, { tickets, figures, ...parts }: FunctionParts & { tickets: Table; figures: Table }) {
    super(scope, 'roll-up-figures', {
      ...parts,
      name: 'roll-up-figures',
      timeout: Duration.minutes(2),
      environment: { TICKETS_TABLE: tickets.tableName, FIGURES_TABLE: figures.tableName } satisfies z.input<typeof Env>,
      may: [
        queryOf(tickets, 'byTime'),
        onTable(figures, 'Query', 'GetItem', 'BatchGetItem', 'PutItem', 'DeleteItem', 'ConditionCheckItem'),
      ],
    });
  }
}
