import { eventInImage } from '#adapters/dynamodb/event-image.ts';
import { snsEventTopic } from '#adapters/sns/event-topic.ts';
import { sqsQueueSender } from '#adapters/sqs/queue-sender.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { streamFunction } from '#runtime/stream.ts';
import { Env } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);

export const handler = streamFunction('publish-events', {
  read: eventInImage,
  send: createHandler({ topic: snsEventTopic(env.TOPIC_ARN) }),
  park: sqsQueueSender(env.RETRY_QUEUE_URL),
});
