import { eventInImage } from '../../shared/adapters/dynamodb/event-image.ts';
import { snsEventTopic } from '../../shared/adapters/sns/event-topic.ts';
import { sqsQueueSender } from '../../shared/adapters/sqs/queue-sender.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { streamFunction } from '../../shared/runtime/stream.ts';
import { Env } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);

export const handler = streamFunction('publish-events', {
  read: eventInImage,
  send: createHandler({ topic: snsEventTopic(env.TOPIC_ARN) }),
  park: sqsQueueSender(env.RETRY_QUEUE_URL),
});
