import { type MessageAttributeValue, PublishBatchCommand, type SNSClient } from '@aws-sdk/client-sns';
import { inBatches } from '#adapters/batches.ts';
import { attributesOf, type TopicMessage } from '#contracts/messages/ticket-event-message.ts';
import type { EventTopic } from '#ports/event-topic.ts';
import { snsClient } from './sns-client.ts';

const attributes = (message: TopicMessage): Record<string, MessageAttributeValue> =>
  Object.fromEntries(
    Object.entries(attributesOf(message)).flatMap(([name, StringValue]) =>
      StringValue === undefined ? [] : [[name, { DataType: 'String', StringValue }]],
    ),
  );

/** The SNS topic as an EventTopic. Batches go one after the other, so that order is kept where nothing fails. */
export const snsEventTopic = (topicArn: string, client: SNSClient = snsClient()): EventTopic => ({
  publish: async (messages) => {
    for (const batch of inBatches(messages.map((message) => ({ message, body: JSON.stringify(message) })))) {
      const entries = batch.map(({ message, body }, place) => ({
        Id: String(place),
        Message: body,
        MessageAttributes: attributes(message),
      }));
      const { Failed = [] } = await client.send(
        new PublishBatchCommand({ TopicArn: topicArn, PublishBatchRequestEntries: entries }),
      );
      if (Failed.length > 0) throw new Error(`the topic did not take ${Failed.length} messages: ${Failed[0]?.Code}`);
    }
  },
});
