import type { Construct } from 'constructs';
import type * as z from 'zod';
import type { Env } from '../../functions/get-ticket/env.ts';
import { getTicketContract } from '../../shared/contracts/http/get-ticket.ts';
import { Door, type DoorParts } from '../constructs/door.ts';
import { onTable } from '../constructs/permissions.ts';

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
