import type { Construct } from 'constructs';
import type * as z from 'zod';
import { getTicketContract } from '#contracts/http/get-ticket.ts';
import type { Env } from '#functions/get-ticket/env.ts';
import { Door, type DoorParts } from '#infra/constructs/door.ts';
import { onTable } from '#infra/constructs/permissions.ts';

/** Reads a ticket and, for the desk, its contact. */
export class GetTicket extends Door {
  constructor(scope: Construct, parts: DoorParts) {
    super(scope, getTicketContract, parts, {
      environment: {
        TICKETS_TABLE: parts.tickets.tableName,
        GROUPS_CLAIM: parts.deployment.stage.groupsClaim,
      } satisfies z.input<typeof Env>,
      may: [onTable(parts.tickets, 'GetItem')],
    });
  }
}
