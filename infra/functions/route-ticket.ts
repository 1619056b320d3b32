import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type * as z from 'zod';
import type { Env } from '#functions/route-ticket/env.ts';
import { type FunctionParts, HotlineFunction } from '#infra/constructs/hotline-function.ts';
import { consumeFrom, onTable } from '#infra/constructs/permissions.ts';

/** Fed by the intake queue: reads a ticket, and writes it with the event of its dispatch. */
export class RouteTicket extends HotlineFunction {
  constructor(scope: Construct, { tickets, from, ...parts }: FunctionParts & { tickets: Table; from: IQueue }) {
    super(scope, 'route-ticket', {
      ...parts,
      name: 'route-ticket',
      timeout: Duration.seconds(10),
      environment: { TICKETS_TABLE: tickets.tableName } satisfies z.input<typeof Env>,
      may: [onTable(tickets, 'GetItem', 'PutItem'), consumeFrom(from)],
    });
    this.consume(from, { mostAtOnce: 10 });
  }
}
