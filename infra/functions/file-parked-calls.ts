import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type * as z from 'zod';
import type { Env } from '#functions/file-parked-calls/env.ts';
import { HotlineFunction } from '#infra/constructs/hotline-function.ts';
import { consumeFrom, onTable } from '#infra/constructs/permissions.ts';
import type { QueueParts } from '#infra/constructs/phone-parts.ts';

/** Fed by the queue of parked calls: makes tickets of them once the table can be written again. */
export class FileParkedCalls extends HotlineFunction {
  constructor(scope: Construct, { tickets, queues, ...parts }: QueueParts) {
    const from = queues.parkedCalls;
    super(scope, 'file-parked-calls', {
      ...parts,
      name: 'file-parked-calls',
      timeout: Duration.seconds(20),
      environment: { TICKETS_TABLE: tickets.tableName } satisfies z.input<typeof Env>,
      may: [onTable(tickets, 'GetItem', 'PutItem', 'UpdateItem'), consumeFrom(from)],
    });
    this.consume(from, { mostAtOnce: 5 });
  }
}
