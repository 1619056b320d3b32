import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient, QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { localClientConfig } from '../../local/endpoint.ts';
import type { Stack } from '../../local/stack-file.ts';
import { apiOf, insist } from '../../scripts/doors.ts';
import { waitUntilAssigned } from '../../scripts/sample-day/play-story.ts';

/** A running hotline in the hands of a test: its doors, and what a test may look at behind them. */
export const handsOn = (stack: Stack) => {
  const api = apiOf(stack);
  const config = localClientConfig(stack.endpoint);
  const tables = DynamoDBDocumentClient.from(new DynamoDBClient(config));
  const lambda = new LambdaClient(config);
  const sqs = new SQSClient(config);

  const one = <T extends { path: string; name: string }>(
    all: readonly T[],
    wanted: (place: string, name: string) => boolean,
  ): T => {
    const found = all.find(({ path, name }) => wanted(path.toLowerCase(), name));
    if (!found) throw new Error(`it is none of ${all.map(({ path, name }) => `${path} ${name}`).join(', ')}`);
    return found;
  };
  const tickets = one(stack.tables, (place) => place.startsWith('tickets')).name;

  /** A function by the name of its folder. */
  const functionOf = (name: string): string => one(stack.functions, (place) => place.split('/').includes(name)).name;

  return {
    api,
    functionOf,
    sqs,
    insist: (ask: Parameters<typeof api>[0]) => insist(api, ask),
    tickets,
    /** A queue by the end of its name. */
    queue: (end: string) => one(stack.queues, (_place, name) => name.endsWith(`-${end}`)),
    /** Every row of a ticket, in the order of their keys. */
    rowsOf: async (number: string): Promise<Record<string, any>[]> => {
      const query = { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': `TICKET#${number}` } };
      return (await tables.send(new QueryCommand({ TableName: tickets, ...query, ConsistentRead: true }))).Items ?? [];
    },
    /** How many rows the tickets table has. Only a test may scan. */
    countRows: async (): Promise<number> => {
      let [count, from]: [number, Record<string, any> | undefined] = [0, undefined];
      do {
        const page: any = await tables.send(
          new ScanCommand({ TableName: tickets, Select: 'COUNT', ...(from && { ExclusiveStartKey: from }) }),
        );
        count += page.Count ?? 0;
        from = page.LastEvaluatedKey;
      } while (from);
      return count;
    },
    /** Runs a function now, as its schedule would; throws when it fails. */
    run: async (name: string, payload: unknown = {}): Promise<any> => {
      const { FunctionError, Payload } = await lambda.send(
        new InvokeCommand({ FunctionName: functionOf(name), Payload: JSON.stringify(payload) }),
      );
      const answer = Payload ? JSON.parse(Buffer.from(Payload).toString()) : undefined;
      if (FunctionError) throw new Error(`${name}: ${JSON.stringify(answer)}`);
      return answer;
    },
    /** The ticket once it is with a unit. */
    assigned: (number: string) => waitUntilAssigned(api, 'agent-sun', number),
  };
};

/** Asks again until the answer satisfies; throws after the time is over. */
export const eventually = async <T>(ask: () => Promise<T>, isEnough: (answer: T) => boolean, seconds = 30): Promise<T> => {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (isEnough(answer)) return answer;
    if (Date.now() > end) throw new Error(`not within ${seconds} s; the last answer was ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};
