import type { Construct } from 'constructs';
import type * as z from 'zod';
import { finishCallBackContract } from '#contracts/http/finish-call-back.ts';
import type { Env } from '#functions/finish-call-back/env.ts';
import { Door, type DoorParts } from '#infra/constructs/door.ts';
import { allow, onTable } from '#infra/constructs/permissions.ts';

/** Writes what became of a call-back, and takes it off the queue or puts it off. */
export class FinishCallBack extends Door {
  constructor(scope: Construct, parts: DoorParts) {
    super(scope, finishCallBackContract, parts, {
      environment: {
        TICKETS_TABLE: parts.tickets.tableName,
        CALL_BACKS_QUEUE_URL: parts.callBacks.queueUrl,
        GROUPS_CLAIM: parts.deployment.stage.groupsClaim,
      } satisfies z.input<typeof Env>,
      may: [
        onTable(parts.tickets, 'GetItem', 'PutItem'),
        allow(['sqs:DeleteMessage', 'sqs:ChangeMessageVisibility'], parts.callBacks.queueArn),
      ],
    });
  }
}
