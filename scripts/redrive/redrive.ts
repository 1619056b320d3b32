import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  type Message,
  type MessageAttributeValue,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { type RedriveRoute, sourceOf } from './route.ts';
import { publishedIn } from './undelivered.ts';

/** The two clients that it takes. */
export interface RedriveClients {
  queues: SQSClient;
  topics: SNSClient;
}

/** Counts of messages: sent back, and left because they came while it ran or belong to another queue. */
export interface Redriven {
  moved: number;
  left: number;
}

const withoutEmptyLists = ({ DataType, StringValue, BinaryValue }: MessageAttributeValue): MessageAttributeValue => ({
  DataType,
  ...(StringValue === undefined ? {} : { StringValue }),
  ...(BinaryValue === undefined ? {} : { BinaryValue }),
});

const sendAgain = async (client: SQSClient, QueueUrl: string, message: Message): Promise<void> => {
  const { MessageGroupId, MessageDeduplicationId, AWSTraceHeader } = message.Attributes ?? {};
  const isFifo = QueueUrl.endsWith('.fifo');
  await client.send(
    new SendMessageCommand({
      QueueUrl,
      MessageBody: message.Body,
      MessageAttributes: Object.fromEntries(
        Object.entries(message.MessageAttributes ?? {}).map(([name, value]) => [name, withoutEmptyLists(value)]),
      ),
      ...(MessageGroupId ? { MessageGroupId } : {}),
      ...(isFifo && MessageDeduplicationId ? { MessageDeduplicationId } : {}),
      ...(AWSTraceHeader
        ? { MessageSystemAttributes: { AWSTraceHeader: { DataType: 'String', StringValue: AWSTraceHeader } } }
        : {}),
    }),
  );
};

/** So often it asks again when only messages came that stay. */
const POLLS_WITHOUT_OLD_ONES = 3;

/**
 * Sends the messages of a dead-letter queue back to where they came from, bodies and attributes unchanged, and tells the
 * count so far. A message is deleted only after it was sent, so a crash can double one but never lose one. A message that
 * fails anew while this runs is left where it is, so that this ends; so is one of another queue than those of the route.
 */
export const redrive = async (
  { queues: client, topics }: RedriveClients,
  route: RedriveRoute,
  options: { startedAt: Date; onProgress?: (moved: number) => void },
): Promise<Redriven> => {
  const { deadLetterQueue: QueueUrl, sources, topic } = route;
  const isOld = ({ Attributes }: Message): boolean => Number(Attributes?.SentTimestamp) < options.startedAt.getTime();
  const published = ({ Body = '' }: Message) => (topic === undefined ? undefined : publishedIn(Body));
  const goesBack = (message: Message): boolean =>
    isOld(message) && (published(message) !== undefined || sourceOf(message, route) !== undefined);
  let moved = 0;
  const move = async (message: Message): Promise<void> => {
    const [source, again] = [sourceOf(message, route), published(message)];
    // To all its subscribers: who has it already does nothing.
    if (again) await topics.send(new PublishCommand({ TopicArn: topic, ...again }));
    else if (source !== undefined) await sendAgain(client, source, message);
    await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message.ReceiptHandle }));
    moved += 1;
  };

  const left = new Map<string | undefined, Message>();
  for (let polls = 0; polls < POLLS_WITHOUT_OLD_ONES; ) {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: 10,
        // Long polling asks all of the queue's servers, so that empty means empty.
        WaitTimeSeconds: 2,
        VisibilityTimeout: 60,
        MessageAttributeNames: ['All'],
        MessageSystemAttributeNames: ['All'],
      }),
    );
    if (Messages.length === 0) break;
    const going = Messages.filter(goesBack);
    for (const message of Messages) if (!goesBack(message)) left.set(message.MessageId, message);
    polls = going.length > 0 ? 0 : polls + 1;
    // A FIFO queue keeps its order only if they go back one after the other.
    if (sources.some((source) => source.endsWith('.fifo'))) for (const message of going) await move(message);
    else await Promise.all(going.map(move));
    if (going.length > 0) options.onProgress?.(moved);
  }
  for (const { ReceiptHandle } of left.values()) {
    await client.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));
  }
  return { moved, left: left.size };
};
