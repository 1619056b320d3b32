import { documentClient } from './dynamodb/document-client.ts';
import { tableAdapters } from './dynamodb/table-adapters.ts';
import { dynamoTelephoneTickets } from './dynamodb/telephone-tickets.ts';
import { phoneKeysLater, phoneQueuesLater } from './later-adapters.ts';
import { recentCalls } from './recent-calls.ts';

type PhoneEnvironment = Parameters<typeof tableAdapters>[0] &
  Parameters<typeof phoneKeysLater>[0] &
  Parameters<typeof phoneQueuesLater>[0];

/**
 * The real parts behind a phone door, the same for every provider. `passedOver` is told how many rows of a list can't be read;
 * `client` is for a provider that waits less long.
 */
export const phoneAdapters = (env: PhoneEnvironment, passedOver: (rows: number) => void, client = documentClient()) => ({
  ...tableAdapters(env, client),
  telephoneTickets: dynamoTelephoneTickets(client, env.TICKETS_TABLE, passedOver),
  phoneKeys: phoneKeysLater(env),
  ...phoneQueuesLater(env),
});

interface DeskEnvironment {
  AGENT_NUMBER?: string | undefined;
  AGENT_QUEUE?: string | undefined;
  EMERGENCY_DIAL?: 'yes' | undefined;
  SENDS_TEXTS?: 'yes' | undefined;
}

/** What the line can do beside talking: put callers through to a desk and to emergency numbers, text them, and remember them. */
export const lineOf = ({ AGENT_NUMBER, AGENT_QUEUE, EMERGENCY_DIAL, SENDS_TEXTS }: DeskEnvironment) => {
  const number = AGENT_NUMBER === undefined ? undefined : { number: AGENT_NUMBER };
  const desk = AGENT_QUEUE === undefined ? number : { queue: AGENT_QUEUE };
  return {
    hasDesk: desk !== undefined,
    transfers: EMERGENCY_DIAL === 'yes',
    sendsTexts: SENDS_TEXTS === 'yes',
    recent: recentCalls(),
    ...(desk && { desk }),
  };
};
