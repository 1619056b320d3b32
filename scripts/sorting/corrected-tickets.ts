import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient } from '#adapters/dynamodb/document-client.ts';
import { dynamoTicketStore } from '#adapters/dynamodb/ticket-store.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { localClientConfig } from '#local/endpoint.ts';
import { PlainFailure } from '#local/plain-failure.ts';
import { readStack } from '#local/stack-file.ts';
import type { TicketStore } from '#ports/ticket-store.ts';
import type { Example } from './examples.ts';

/** Which table is read: that of the hotline that is up locally, or one of the real AWS, only with `aws`. */
const tableFor = ({ aws, table }: { aws: boolean; table: string | undefined }) => {
  if (aws) {
    if (process.env.AWS_ENDPOINT_URL) throw new PlainFailure('--aws means the real AWS, but AWS_ENDPOINT_URL names another one.');
    if (table === undefined)
      throw new PlainFailure('Name the table: --aws --table <name>; it is the output TicketsTable of the data stack.');
    return { config: {}, table };
  }
  const stack = readStack();
  const found = Object.values(stack?.outputs ?? {}).find(({ TicketsTable }) => TicketsTable !== undefined)?.TicketsTable;
  if (!stack || found === undefined)
    throw new PlainFailure('No hotline is up locally: start it with npm start, or say --aws --table <name>.');
  return { config: localClientConfig(stack.endpoint), table: table ?? found };
};

/** The numbers of all tickets whose kind or category a person put right. It reads the whole table once. */
const numbersIn = async (client: ReturnType<typeof documentClient>, TableName: string): Promise<string[]> => {
  const numbers = new Set<string>();
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const answer = await client.send(
      new ScanCommand({
        TableName,
        ExclusiveStartKey,
        FilterExpression:
          '#actor.#role IN (:agent, :supervisor) AND (attribute_exists(#after.#category) OR attribute_exists(#after.#kind))',
        ProjectionExpression: '#number',
        ExpressionAttributeNames: {
          '#actor': 'actor',
          '#role': 'role',
          '#after': 'after',
          '#category': 'category',
          '#kind': 'kind',
          '#number': 'number',
        },
        ExpressionAttributeValues: { ':agent': 'agent', ':supervisor': 'supervisor' },
      }),
    );
    for (const { number } of answer.Items ?? []) if (typeof number === 'string') numbers.add(number);
    ExclusiveStartKey = answer.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return [...numbers].sort();
};

/** All tickets of which it is not known who told them: they may all be one person's. */
const SOMEBODY = 'somebody';

/** A ticket as an example, sorted as a person left it. Undefined for one that is confidential: its words are nobody's to learn from. */
export const exampleOf = ({ category, kind, channel, matter, reporter, phoneKey }: Ticket): Example | undefined =>
  reporter.confidential
    ? undefined
    : {
        category,
        kind,
        register: channel === 'phone' ? 'spoken' : 'written',
        text: matter,
        teller: phoneKey ?? reporter.key ?? SOMEBODY,
      };

/** These tickets as examples, with those of one number left out that can no longer be read. */
export const examplesOf = async (numbers: readonly string[], store: Pick<TicketStore, 'get'>): Promise<Example[]> => {
  const examples: Example[] = [];
  for (const number of numbers) {
    const ticket = await store.get(number);
    const example = ticket && exampleOf(ticket);
    if (example) examples.push(example);
  }
  return examples;
};

/** What people put right, as examples. They stay in memory: nothing of them is written to a file. */
export const correctedExamples = async (where: { aws: boolean; table: string | undefined }): Promise<Example[]> => {
  const { config, table } = tableFor(where);
  const client = documentClient(config);
  return examplesOf(await numbersIn(client, table), dynamoTicketStore(client, table));
};
