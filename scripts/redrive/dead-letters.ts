import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  type Message,
  type MessageAttributeValue,
  paginateListQueues,
  QueueDoesNotExist,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { PlainFailure } from '#local/plain-failure.ts';

/** A dead-letter queue and the one queue whose messages end in it. */
export interface RedriveRoute {
  deadLetterQueue: string;
  source: string;
}

/** Both are counts of messages: sent back, and left because they came while it ran. */
export interface Redriven {
  moved: number;
  left: number;
}

const nameOf = (urlOrArn: string): string => urlOrArn.split(/[/:]/).at(-1) ?? '';

const deadLetterQueueOf = async (client: SQSClient, QueueUrl: string): Promise<string | undefined> => {
  const { Attributes } = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['RedrivePolicy'] }));
  const policy = Attributes?.RedrivePolicy;
  return policy ? nameOf((JSON.parse(policy) as { deadLetterTargetArn: string }).deadLetterTargetArn) : undefined;
};

const urlOf = async (client: SQSClient, QueueName: string): Promise<string> => {
  try {
    const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName }));
    if (QueueUrl) return QueueUrl;
  } catch (error) {
    if (!(error instanceof QueueDoesNotExist)) throw error;
  }
  throw new PlainFailure(`There is no queue ${QueueName} here.`);
};

/** Read from the queues' own policies, not with ListDeadLetterSourceQueues: not every local AWS knows that call. */
const sourcesOf = async (client: SQSClient, deadLetterQueue: string): Promise<string[]> => {
  const sources: string[] = [];
  for await (const { QueueUrls } of paginateListQueues({ client }, { MaxResults: 1000 })) {
    for (const url of QueueUrls ?? []) if ((await deadLetterQueueOf(client, url)) === deadLetterQueue) sources.push(url);
  }
  return sources;
};

/**
 * The addresses of a dead-letter queue and of its source queue, by the name of either.
 * Throws a PlainFailure when there is no such queue, it has no dead-letter queue, or several queues share that one.
 */
export const findRedriveRoute = async (client: SQSClient, queue: string): Promise<RedriveRoute> => {
  const url = await urlOf(client, queue);
  const itsDeadLetterQueue = await deadLetterQueueOf(client, url);
  if (itsDeadLetterQueue) return { deadLetterQueue: await urlOf(client, itsDeadLetterQueue), source: url };
  const [source, ...others] = await sourcesOf(client, queue);
  if (!source) throw new PlainFailure(`${queue} neither has a dead-letter queue nor is the one of another queue.`);
  if (others.length > 0) {
    const names = [source, ...others].map(nameOf).join(', ');
    throw new PlainFailure(`${queue} belongs to several queues (${names}), and its messages don't tell which they came from.`);
  }
  return { deadLetterQueue: url, source };
};

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

const POLLS_WITHOUT_OLD_ONES = 3;

const receive = async (client: SQSClient, QueueUrl: string): Promise<Message[]> => {
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
  return Messages;
};

/** Messages that were only looked at can be received again at once. */
const release = async (client: SQSClient, QueueUrl: string, messages: Iterable<Message>): Promise<void> => {
  for (const { ReceiptHandle } of messages) {
    await client.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));
  }
};

/** Sends messages back. A FIFO queue keeps its order only if they go one after the other. */
const moveAll = async (
  client: SQSClient,
  { deadLetterQueue, source }: RedriveRoute,
  messages: readonly Message[],
): Promise<void> => {
  const move = async (message: Message): Promise<void> => {
    await sendAgain(client, source, message);
    await client.send(new DeleteMessageCommand({ QueueUrl: deadLetterQueue, ReceiptHandle: message.ReceiptHandle }));
  };
  if (source.endsWith('.fifo')) for (const message of messages) await move(message);
  else await Promise.all(messages.map(move));
};

/**
 * Sends every message of the dead-letter queue back to its source, bodies and attributes unchanged, and reports the count
 * so far. A message is deleted only after it was sent, so a crash can double one but never lose one. A message that fails
 * anew while this runs is left where it is, so that this ends.
 */
export const redrive = async (
  client: SQSClient,
  route: RedriveRoute,
  options: { startedAt: Date; onProgress?: (moved: number) => void },
): Promise<Redriven> => {
  const isOld = ({ Attributes }: Message): boolean => Number(Attributes?.SentTimestamp) < options.startedAt.getTime();
  const left = new Map<string | undefined, Message>();
  let moved = 0;
  for (let polls = 0; polls < POLLS_WITHOUT_OLD_ONES; ) {
    const messages = await receive(client, route.deadLetterQueue);
    if (messages.length === 0) break;
    const old = messages.filter(isOld);
    for (const message of messages) if (!isOld(message)) left.set(message.MessageId, message);
    polls = old.length > 0 ? 0 : polls + 1;
    await moveAll(client, route, old);
    moved += old.length;
    if (old.length > 0) options.onProgress?.(moved);
  }
  await release(client, route.deadLetterQueue, left.values());
  return { moved, left: left.size };
};
