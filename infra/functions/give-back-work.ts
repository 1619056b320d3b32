import type { Construct } from 'constructs';
import type * as z from 'zod';
import { giveBackWorkContract } from '#contracts/http/give-back-work.ts';
import type { Env } from '#functions/give-back-work/env.ts';
import { workQueuePrefix } from '#infra/constructs/deployment.ts';
import { Door, type DoorParts } from '#infra/constructs/door.ts';
import { onWorkQueues } from '#infra/constructs/permissions.ts';

/** Ends leases early. */
export class GiveBackWork extends Door {
  constructor(scope: Construct, parts: DoorParts) {
    super(scope, giveBackWorkContract, parts, {
      environment: {
        WORK_QUEUE_PREFIX: workQueuePrefix(parts.deployment),
        GROUPS_CLAIM: parts.deployment.stage.groupsClaim,
      } satisfies z.input<typeof Env>,
      may: [onWorkQueues(parts.deployment, 'GetQueueUrl', 'ChangeMessageVisibility')],
    });
  }
}
