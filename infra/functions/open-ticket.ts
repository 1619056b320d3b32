import type { Construct } from 'constructs';
import type * as z from 'zod';
import type { Env } from '../../functions/open-ticket/env.ts';
import { openTicketContract } from '../../shared/contracts/http/open-ticket.ts';
import { Door, type DoorParts } from '../constructs/door.ts';
import { onTable } from '../constructs/permissions.ts';

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
