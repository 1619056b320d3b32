import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type * as z from 'zod';
import { leaseCallBacksContract } from '#contracts/http/lease-call-backs.ts';
import type { Env } from '#functions/lease-call-backs/env.ts';
import { Door, type DoorParts } from '#infra/constructs/door.ts';
import { allow, onTable } from '#infra/constructs/permissions.ts';

/** It waits up to 20 s for callers, and the API cuts every answer off after 30. */
const TIMEOUT = Duration.seconds(28);

/** Receives call-backs, reads who is to be rung, and takes off the queue what was done. */
export class LeaseCallBacks extends Door {
  constructor(scope: Construct, parts: DoorParts) {
    super(scope, leaseCallBacksContract, parts, {
      environment: {
        TICKETS_TABLE: parts.tickets.tableName,
        CALL_BACKS_QUEUE_URL: parts.callBacks.queueUrl,
        GROUPS_CLAIM: parts.deployment.stage.groupsClaim,
      } satisfies z.input<typeof Env>,
      may: [onTable(parts.tickets, 'GetItem'), allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage'], parts.callBacks.queueArn)],
      timeout: TIMEOUT,
    });
  }
}
