import type { Construct } from 'constructs';
import type * as z from 'zod';
import { listTicketsContract } from '#contracts/http/list-tickets.ts';
import type { Env } from '#functions/list-tickets/env.ts';
import { Door, type DoorParts } from '#infra/constructs/door.ts';
import { queryOf } from '#infra/constructs/permissions.ts';

/** Reads one index and nothing else. */
export class ListTickets extends Door {
  constructor(scope: Construct, parts: DoorParts) {
    super(scope, listTicketsContract, parts, {
      environment: {
        TICKETS_TABLE: parts.tickets.tableName,
        GROUPS_CLAIM: parts.deployment.stage.groupsClaim,
      } satisfies z.input<typeof Env>,
      may: [queryOf(parts.tickets, 'byState')],
    });
  }
}
