import type { Construct } from 'constructs';
import type * as z from 'zod';
import { acknowledgeWorkContract } from '#contracts/http/acknowledge-work.ts';
import type { Env } from '#functions/acknowledge-work/env.ts';
import { workQueuePrefix } from '#infra/constructs/deployment.ts';
import { Door, type DoorParts } from '#infra/constructs/door.ts';
import { onWorkQueues } from '#infra/constructs/permissions.ts';

/** Takes leased work off the work queues. */
export class AcknowledgeWork extends Door {
  constructor(scope: Construct, parts: DoorParts) {
    super(scope, acknowledgeWorkContract, parts, {
      environment: {
        WORK_QUEUE_PREFIX: workQueuePrefix(parts.deployment),
        GROUPS_CLAIM: parts.deployment.stage.groupsClaim,
      } satisfies z.input<typeof Env>,
      may: [onWorkQueues(parts.deployment, 'GetQueueUrl', 'DeleteMessage')],
    });
  }
}
