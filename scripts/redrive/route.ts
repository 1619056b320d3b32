import { GetTopicAttributesCommand, type SNSClient } from '@aws-sdk/client-sns';
import {
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  type Message,
  paginateListQueues,
  QueueDoesNotExist,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { PlainFailure } from '#local/plain-failure.ts';

/** A dead-letter queue, and where its messages go back to. */
export interface RedriveRoute {
  deadLetterQueue: string;
  /** The queues that get theirs back. */
  sources: readonly string[];
  /** Messages of other queues end there too, and stay. */
  isShared: boolean;
  /** The topic that could not deliver them, instead of sources. */
  topic?: string;
}

/** The last part of an address or an ARN, which is the name. */
export const nameOf = (urlOrArn: string): string => urlOrArn.split(/[/:]/).at(-1) ?? '';

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

// Read from the queues' own policies, not with ListDeadLetterSourceQueues: not every local AWS knows that call.
const sourcesOf = async (client: SQSClient, deadLetterQueue: string): Promise<string[]> => {
  const sources: string[] = [];
  for await (const { QueueUrls } of paginateListQueues({ client }, { MaxResults: 1000 })) {
    for (const url of QueueUrls ?? []) if ((await deadLetterQueueOf(client, url)) === deadLetterQueue) sources.push(url);
  }
  return sources;
};

/** The topic `<name>` of a dead-letter queue `<name>-dlq`, if there is one. */
const topicOf = async (client: SQSClient, topics: SNSClient, QueueUrl: string): Promise<string | undefined> => {
  const { Attributes } = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }));
  const TopicArn = (Attributes?.QueueArn ?? '').replace(':sqs:', ':sns:').replace(/-dlq$/, '');
  try {
    await topics.send(new GetTopicAttributesCommand({ TopicArn }));
    return TopicArn;
  } catch (error) {
    if ((error as Error).name === 'NotFoundException') return undefined;
    throw error;
  }
};

/**
 * Takes the name of a dead-letter queue, for all that is in it, or of one of its sources, for that one's messages.
 * Throws a PlainFailure when there is no such queue, or nothing to which its messages could go back.
 */
export const findRedriveRoute = async (client: SQSClient, topics: SNSClient, queue: string): Promise<RedriveRoute> => {
  const url = await urlOf(client, queue);
  const itsDeadLetterQueue = await deadLetterQueueOf(client, url);
  const deadLetterQueue = itsDeadLetterQueue ? await urlOf(client, itsDeadLetterQueue) : url;
  const sources = await sourcesOf(client, nameOf(deadLetterQueue));
  const isShared = sources.length > 1;
  if (itsDeadLetterQueue) return { deadLetterQueue, sources: [url], isShared };
  if (sources.length > 0) return { deadLetterQueue, sources, isShared };
  const topic = await topicOf(client, topics, url);
  if (topic) return { deadLetterQueue, sources, isShared, topic };
  throw new PlainFailure(`${queue} neither has a dead-letter queue nor is the one of another queue or of a topic.`);
};

/** The queue from which a message came, unless it stays: SQS names it, and EventBridge for what it could not deliver. */
export const sourceOf = ({ Attributes, MessageAttributes }: Message, { sources, isShared }: RedriveRoute): string | undefined => {
  if (!isShared) return sources[0];
  const arn = Attributes?.DeadLetterQueueSourceArn ?? MessageAttributes?.TARGET_ARN?.StringValue;
  return sources.find((url) => arn !== undefined && nameOf(url) === nameOf(arn));
};
