import type { Construct } from 'constructs';
import type * as z from 'zod';
import { returnTicketContract } from '#contracts/http/return-ticket.ts';
import type { Env } from '#functions/return-ticket/env.ts';
import { Door, type DoorParts } from '#infra/constructs/door.ts';
import { onTable } from '#infra/constructs/permissions.ts';

/** Reads a ticket, and writes it with the event of its change. */
export class ReturnTicket extends Door {
  constructor(scope: Construct, parts: DoorParts) {
    super(scope, returnTicketContract, parts, {
      environment: {
        TICKETS_TABLE: parts.tickets.tableName,
        GROUPS_CLAIM: parts.deployment.stage.groupsClaim,
      } satisfies z.input<typeof Env>,
      may: [onTable(parts.tickets, 'GetItem', 'PutItem')],
    });
  }
}
