import type { Construct } from 'constructs';
import type * as z from 'zod';
import { getFiguresContract } from '#contracts/http/get-figures.ts';
import type { Env } from '#functions/get-figures/env.ts';
import { Door, type DoorParts } from '#infra/constructs/door.ts';
import { onTable } from '#infra/constructs/permissions.ts';

/** Reads the figures' table. */
export class GetFigures extends Door {
  constructor(scope: Construct, parts: DoorParts) {
    super(scope, getFiguresContract, parts, {
      environment: {
        FIGURES_TABLE: parts.figures.tableName,
        GROUPS_CLAIM: parts.deployment.stage.groupsClaim,
      } satisfies z.input<typeof Env>,
      may: [onTable(parts.figures, 'Query', 'GetItem')],
    });
  }
}
