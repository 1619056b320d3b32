import { shippedDistrict } from '#adapters/district-file.ts';
import { sqsClient } from '#adapters/sqs/sqs-client.ts';
import { sqsWorkQueue } from '#adapters/sqs/work-queue.ts';
import { acknowledgeWorkContract } from '#contracts/http/acknowledge-work.ts';
import { apiFunction, served } from '#runtime/api.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { Env } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);
const departments = shippedDistrict().departments.map(({ id }) => id);

const handle = createHandler({ queue: sqsWorkQueue(sqsClient(), { prefix: env.WORK_QUEUE_PREFIX, departments }) });

export const handler = apiFunction([served(acknowledgeWorkContract, handle)], { groupsClaim: env.GROUPS_CLAIM });
