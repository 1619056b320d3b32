import type { Construct } from 'constructs';
import type * as z from 'zod';
import { getDepartmentRecordingContract } from '#contracts/http/get-department-recording.ts';
import type { Env } from '#functions/get-department-recording/env.ts';
import { Door, type DoorParts } from '#infra/constructs/door.ts';
import { onTable } from '#infra/constructs/permissions.ts';

/** Reads a ticket, and signs a link to its recording with the right to read it. */
export class GetDepartmentRecording extends Door {
  constructor(scope: Construct, parts: DoorParts) {
    super(scope, getDepartmentRecordingContract, parts, {
      environment: {
        TICKETS_TABLE: parts.tickets.tableName,
        GROUPS_CLAIM: parts.deployment.stage.groupsClaim,
        RECORDINGS_BUCKET: parts.recordings.bucketName,
      } satisfies z.input<typeof Env>,
      mayHear: parts.recordings.below(['recordings', 'incoming', '20??'], 'GetObject'),
      may: [onTable(parts.tickets, 'GetItem'), ...parts.recordings.read(parts.deployment)],
    });
  }
}
