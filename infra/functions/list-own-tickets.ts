import type { Construct } from 'constructs';
import type * as z from 'zod';
import { listOwnTicketsContract } from '#contracts/http/list-own-tickets.ts';
import type { Env } from '#functions/list-own-tickets/env.ts';
import { Door, type DoorParts } from '#infra/constructs/door.ts';
import { queryOf } from '#infra/constructs/permissions.ts';

/** Reads one index and nothing else. */
export class ListOwnTickets extends Door {
  constructor(scope: Construct, parts: DoorParts) {
    super(scope, listOwnTicketsContract, parts, {
      environment: {
        TICKETS_TABLE: parts.tickets.tableName,
        GROUPS_CLAIM: parts.deployment.stage.groupsClaim,
      } satisfies z.input<typeof Env>,
      may: [queryOf(parts.tickets, 'byReporter')],
    });
  }
}
