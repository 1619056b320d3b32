import type { Construct } from 'constructs';
import type * as z from 'zod';
import { getDepartmentTicketContract } from '#contracts/http/get-department-ticket.ts';
import type { Env } from '#functions/get-department-ticket/env.ts';
import { Door, type DoorParts } from '#infra/constructs/door.ts';
import { onTable } from '#infra/constructs/permissions.ts';

/** Reads a ticket. */
export class GetDepartmentTicket extends Door {
  constructor(scope: Construct, parts: DoorParts) {
    super(scope, getDepartmentTicketContract, parts, {
      environment: {
        TICKETS_TABLE: parts.tickets.tableName,
        GROUPS_CLAIM: parts.deployment.stage.groupsClaim,
      } satisfies z.input<typeof Env>,
      may: [onTable(parts.tickets, 'GetItem')],
    });
  }
}
