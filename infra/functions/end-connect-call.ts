import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type * as z from 'zod';
import type { Env } from '#functions/end-connect-call/env.ts';
import { HotlineFunction } from '#infra/constructs/hotline-function.ts';
import { onTable } from '#infra/constructs/permissions.ts';
import type { PhoneParts } from '#infra/constructs/phone-parts.ts';

/** Told by EventBridge that a contact of Amazon Connect has ended: writes how the call ended. */
export class EndConnectCall extends HotlineFunction {
  constructor(scope: Construct, { tickets, ...parts }: PhoneParts) {
    super(scope, 'end-connect-call', {
      ...parts,
      name: 'end-connect-call',
      timeout: Duration.seconds(10),
      environment: { TICKETS_TABLE: tickets.tableName } satisfies z.input<typeof Env>,
      may: [onTable(tickets, 'GetItem', 'PutItem', 'UpdateItem')],
    });
  }
}
