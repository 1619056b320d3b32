import { documentClient } from './dynamodb/document-client.ts';
import { endingAdapters } from './ending-adapters.ts';
import { sqsQueueSender } from './sqs/queue-sender.ts';
import { sqsClient } from './sqs/sqs-client.ts';

/** What the environments of all functions that answer calls name. */
interface PhoneEnvironment {
  TICKETS_TABLE: string;
  RECORDINGS_QUEUE_URL: string;
  PARKED_CALLS_QUEUE_URL: string;
  AGENT_NUMBER?: string | undefined;
  AGENT_QUEUE?: string | undefined;
  EMERGENCY_DIAL?: 'yes' | undefined;
  SENDS_TEXTS?: 'yes' | undefined;
}

const deskOf = ({ AGENT_NUMBER, AGENT_QUEUE }: PhoneEnvironment): { number: string } | { queue: string } | undefined => {
  if (AGENT_QUEUE !== undefined) return { queue: AGENT_QUEUE };
  return AGENT_NUMBER === undefined ? undefined : { number: AGENT_NUMBER };
};

/** The real parts behind a phone door, the same for every provider. `client` is for a provider that waits less long. */
export const phoneAdapters = (env: PhoneEnvironment, client = documentClient()) => {
  const queues = sqsClient();
  const desk = deskOf(env);
  return {
    ...endingAdapters(env.TICKETS_TABLE, client),
    sendRecordings: sqsQueueSender(env.RECORDINGS_QUEUE_URL, queues),
    park: sqsQueueSender(env.PARKED_CALLS_QUEUE_URL, queues),
    hasDesk: desk !== undefined,
    transfers: env.EMERGENCY_DIAL === 'yes',
    sendsTexts: env.SENDS_TEXTS === 'yes',
    ...(desk && { desk }),
  };
};
