import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type * as z from 'zod';
import type { Env } from '#functions/assign-unit/env.ts';
import { type FunctionParts, HotlineFunction } from '#infra/constructs/hotline-function.ts';
import { consumeFrom, onTable } from '#infra/constructs/permissions.ts';

interface AssignUnitProps extends FunctionParts {
  tickets: Table;
  department: string;
  from: IQueue;
}

/** Fed by a lane's routing queue: reads a ticket, and writes it with the event of its assignment. One for each lane. */
export class AssignUnit extends HotlineFunction {
  constructor(scope: Construct, { tickets, department, from, ...parts }: AssignUnitProps) {
    super(scope, 'assign-unit', {
      ...parts,
      name: 'assign-unit',
      timeout: Duration.seconds(10),
      environment: { TICKETS_TABLE: tickets.tableName, DEPARTMENT: department } satisfies z.input<typeof Env>,
      may: [onTable(tickets, 'GetItem', 'PutItem'), consumeFrom(from)],
    });
    // A department that floods gets these few at once, and leaves the account's other functions theirs.
    this.consume(from, { mostAtOnce: 5 });
  }
}
