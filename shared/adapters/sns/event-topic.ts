import { type BatchResultErrorEntry, type MessageAttributeValue, PublishBatchCommand, type SNSClient } from '@aws-sdk/client-sns';
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

/** A message, the text that is sent for it, and its place among those that are to be published. */
interface Entry {
  message: TopicMessage;
  body: string;
  place: number;
}

/** How SNS says of a whole request that something in it can't be sent, and never will. */
const REFUSES = /^(InvalidParameter|ParameterValueInvalid|Validation|BatchRequestTooLong|InvalidMessage)/;
const refusesRequest = (error: unknown): boolean =>
  // A topic of another name is a fault of the deployment, and not of the messages.
  error instanceof Error && REFUSES.test(error.name) && !error.message.includes('TopicArn');

/** What is called the sender's fault, and may yet go by. */
const MAY_GO_BY = /Throttl|Limit|KMS|Auth|AccessDenied|NotFound/;
const refusesEntry = ({ SenderFault, Code = '' }: BatchResultErrorEntry): boolean =>
  SenderFault === true && !MAY_GO_BY.test(Code);

/** The SNS topic as an EventTopic. Batches go one after the other, so that order is kept where nothing fails. */
export const snsEventTopic = (topicArn: string, client: SNSClient = snsClient()): EventTopic => {
  const publish = async (batch: readonly Entry[]): Promise<number[]> => {
    const entries = batch.map(({ message, body, place }) => ({
      Id: String(place),
      Message: body,
      MessageAttributes: attributes(message),
    }));
    const { Failed = [] } = await client.send(
      new PublishBatchCommand({ TopicArn: topicArn, PublishBatchRequestEntries: entries }),
    );
    const away = Failed.filter((entry) => !refusesEntry(entry));
    if (away.length > 0) throw new Error(`the topic did not take ${away.length} messages: ${away[0]?.Code}`);
    return Failed.map(({ Id }) => Number(Id));
  };
  const publishOrRefuse = async (batch: readonly Entry[]): Promise<number[]> => {
    try {
      return await publish(batch);
    } catch (error) {
      if (!refusesRequest(error)) throw error;
      if (batch.length === 1) return batch.map(({ place }) => place);
      // One of them is the reason: each by itself, so that the others are sent.
      const refused: number[] = [];
      for (const entry of batch) refused.push(...(await publishOrRefuse([entry])));
      return refused;
    }
  };
  return {
    publish: async (messages) => {
      const entries = messages.map((message, place) => ({ message, body: JSON.stringify(message), place }));
      const refused: number[] = [];
      for (const batch of inBatches(entries)) refused.push(...(await publishOrRefuse(batch)));
      return refused;
    },
  };
};
