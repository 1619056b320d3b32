import { eventInImage } from '#adapters/dynamodb/event-image.ts';
import { tableAdapters } from '#adapters/dynamodb/table-adapters.ts';
import { snsEventTopic } from '#adapters/sns/event-topic.ts';
import { sqsQueueSender } from '#adapters/sqs/queue-sender.ts';
import { only } from '#ports/ports.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { streamFunction } from '#runtime/stream.ts';
import { Env, touches } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);

export const handler = streamFunction('publish-events', {
  read: eventInImage,
  send: createHandler({ topic: snsEventTopic(env.TOPIC_ARN), ...only(touches, tableAdapters(env)) }),
  park: sqsQueueSender(env.RETRY_QUEUE_URL),
});
