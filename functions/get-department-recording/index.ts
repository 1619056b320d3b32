import { shippedDistrict } from '#adapters/district-file.ts';
import { documentClient } from '#adapters/dynamodb/document-client.ts';
import { dynamoTicketStore } from '#adapters/dynamodb/ticket-store.ts';
import { s3RecordingArchive } from '#adapters/s3/recording-archive.ts';
import { systemClock } from '#adapters/system-clock.ts';
import { getDepartmentRecordingContract } from '#contracts/http/get-department-recording.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { httpFunction } from '#runtime/http.ts';
import { Env } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);

export const handler = httpFunction(
  getDepartmentRecordingContract,
  createHandler({
    store: dynamoTicketStore(documentClient(), env.TICKETS_TABLE),
    archive: s3RecordingArchive(env.RECORDINGS_BUCKET),
    now: systemClock,
    district: shippedDistrict(),
  }),
  { groupsClaim: env.GROUPS_CLAIM },
);
