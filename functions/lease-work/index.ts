import { shippedDistrict } from '#adapters/district-file.ts';
import { sqsClient } from '#adapters/sqs/sqs-client.ts';
import { sqsWorkQueue } from '#adapters/sqs/work-queue.ts';
import { leaseWorkContract } from '#contracts/http/lease-work.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { httpFunction } from '#runtime/http.ts';
import { Env } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);
const departments = shippedDistrict().departments.map(({ id }) => id);

export const handler = httpFunction(
  leaseWorkContract,
  createHandler({ queue: sqsWorkQueue(sqsClient(), { prefix: env.WORK_QUEUE_PREFIX, departments }) }),
  { groupsClaim: env.GROUPS_CLAIM },
);
