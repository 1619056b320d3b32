import type { Construct } from 'constructs';
import type * as z from 'zod';
import { openTicketForCallerContract } from '#contracts/http/open-ticket-for-caller.ts';
import type { Env } from '#functions/open-ticket-for-caller/env.ts';
import { Door, type DoorParts } from '#infra/constructs/door.ts';
import { onTable } from '#infra/constructs/permissions.ts';

/** Writes ticket, event, contact and mark; a replay reads the mark and its ticket. */
export class OpenTicketForCaller extends Door {
  constructor(scope: Construct, parts: DoorParts) {
    super(scope, openTicketForCallerContract, parts, {
      environment: {
        TICKETS_TABLE: parts.tickets.tableName,
        GROUPS_CLAIM: parts.deployment.stage.groupsClaim,
      } satisfies z.input<typeof Env>,
      may: [onTable(parts.tickets, 'GetItem', 'PutItem')],
    });
  }
}
