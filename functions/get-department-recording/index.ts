import { shippedDistrict } from '#adapters/district-file.ts';
import { documentClient } from '#adapters/dynamodb/document-client.ts';
import { dynamoTicketStore } from '#adapters/dynamodb/ticket-store.ts';
import { s3RecordingArchive } from '#adapters/s3/recording-archive.ts';
import { systemClock } from '#adapters/system-clock.ts';
import { getDepartmentRecordingContract } from '#contracts/http/get-department-recording.ts';
import { apiFunction, served } from '#runtime/api.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { Env } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);

const handle = createHandler({
  store: dynamoTicketStore(documentClient(), env.TICKETS_TABLE),
  archive: s3RecordingArchive(env.RECORDINGS_BUCKET),
  now: systemClock,
  district: shippedDistrict(),
});

export const handler = apiFunction([served(getDepartmentRecordingContract, handle)], { groupsClaim: env.GROUPS_CLAIM });
