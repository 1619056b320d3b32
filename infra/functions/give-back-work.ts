import type { Construct } from 'constructs';
import type * as z from 'zod';
import type { Env } from '../../functions/give-back-work/env.ts';
import { giveBackWorkContract } from '../../shared/contracts/http/give-back-work.ts';
import { workQueuePrefix } from '../constructs/deployment.ts';
import { Door, type DoorParts } from '../constructs/door.ts';
import { onWorkQueues } from '../constructs/permissions.ts';

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
