import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type * as z from 'zod';
import { leaseWorkContract } from '#contracts/http/lease-work.ts';
import type { Env } from '#functions/lease-work/env.ts';
import { workQueuePrefix } from '#infra/constructs/deployment.ts';
import { Door, type DoorParts } from '#infra/constructs/door.ts';
import { onWorkQueues } from '#infra/constructs/permissions.ts';

/** It waits up to 20 s for work, and the API cuts every answer off after 30. */
const TIMEOUT = Duration.seconds(28);

/** Receives from the work queues, but takes nothing off them. */
export class LeaseWork extends Door {
  constructor(scope: Construct, parts: DoorParts) {
    super(scope, leaseWorkContract, parts, {
      environment: {
        WORK_QUEUE_PREFIX: workQueuePrefix(parts.deployment),
        GROUPS_CLAIM: parts.deployment.stage.groupsClaim,
      } satisfies z.input<typeof Env>,
      may: [onWorkQueues(parts.deployment, 'GetQueueUrl', 'ReceiveMessage')],
      timeout: TIMEOUT,
    });
  }
}
