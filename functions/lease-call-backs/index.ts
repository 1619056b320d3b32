import { dynamoCallBacks } from '#adapters/dynamodb/call-backs.ts';
import { documentClient } from '#adapters/dynamodb/document-client.ts';
import { callBackInMessage } from '#adapters/sqs/call-back-in-message.ts';
import { sqsLeaseQueue } from '#adapters/sqs/lease-queue.ts';
import { sqsClient } from '#adapters/sqs/sqs-client.ts';
import { leaseCallBacksContract } from '#contracts/http/lease-call-backs.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { httpFunction } from '#runtime/http.ts';
import { Env } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);

export const handler = httpFunction(
  leaseCallBacksContract,
  createHandler({
    callBackQueue: sqsLeaseQueue(env.CALL_BACKS_QUEUE_URL, callBackInMessage, sqsClient()),
    callBacks: dynamoCallBacks(documentClient(), env.TICKETS_TABLE),
  }),
  { groupsClaim: env.GROUPS_CLAIM },
);
