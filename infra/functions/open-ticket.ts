import type { Construct } from 'constructs';
import type * as z from 'zod';
import { openTicketContract } from '#contracts/http/open-ticket.ts';
import type { Env } from '#functions/open-ticket/env.ts';
import { Door, type DoorParts } from '#infra/constructs/door.ts';
import { onTable } from '#infra/constructs/permissions.ts';

/** Writes ticket, event and mark; a replay reads the mark and its ticket. */
export class OpenTicket extends Door {
  constructor(scope: Construct, parts: DoorParts) {
    super(scope, openTicketContract, parts, {
      environment: {
        TICKETS_TABLE: parts.tickets.tableName,
        GROUPS_CLAIM: parts.deployment.stage.groupsClaim,
      } satisfies z.input<typeof Env>,
      may: [onTable(parts.tickets, 'GetItem', 'PutItem')],
    });
  }
}
