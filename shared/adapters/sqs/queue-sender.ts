import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { inBatches } from '#adapters/batches.ts';
import type { SendAll } from '#ports/send-all.ts';
import { sqsClient } from './sqs-client.ts';

/** Sends to one queue. Throws when a message was not taken; those before it were. */
export const sqsQueueSender =
  (queueUrl: string, client: SQSClient = sqsClient()): SendAll =>
  async (bodies) => {
    for (const batch of inBatches(bodies.map((body) => ({ body })))) {
      const Entries = batch.map(({ body }, place) => ({ Id: String(place), MessageBody: body }));
      const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
      if (Failed.length > 0) throw new Error(`the queue did not take ${Failed.length} messages: ${Failed[0]?.Code}`);
    }
  };
