import type { Construct } from 'constructs';
import type * as z from 'zod';
import { acceptTicketContract } from '#contracts/http/accept-ticket.ts';
import type { Env } from '#functions/accept-ticket/env.ts';
import { Door, type DoorParts } from '#infra/constructs/door.ts';
import { onTable } from '#infra/constructs/permissions.ts';

/** Reads a ticket, and writes it with the event of its change. */
export class AcceptTicket extends Door {
  constructor(scope: Construct, parts: DoorParts) {
    super(scope, acceptTicketContract, parts, {
      environment: {
        TICKETS_TABLE: parts.tickets.tableName,
        GROUPS_CLAIM: parts.deployment.stage.groupsClaim,
      } satisfies z.input<typeof Env>,
      may: [onTable(parts.tickets, 'GetItem', 'PutItem')],
    });
  }
}
