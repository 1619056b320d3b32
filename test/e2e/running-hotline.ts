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

  const one = <T extends { path: string; name: string }>(all: readonly T[], part: string): T => {
    const found = all.find(({ path, name }) => path.includes(part) || name.includes(part));
    if (!found) throw new Error(`nothing of ${all.map(({ path }) => path).join(', ')} has ${part} in its name`);
    return found;
  };
  const table = (part: string): string => one(stack.tables, part).name;

  return {
    api,
    sqs,
    insist: (ask: Parameters<typeof api>[0]) => insist(api, ask),
    queue: (part: string) => one(stack.queues, part),
    /** Every row of a ticket, in the order of their keys. */
    rowsOf: async (number: string): Promise<Record<string, any>[]> => {
      const query = { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': `TICKET#${number}` } };
      return (await tables.send(new QueryCommand({ TableName: table('tickets'), ...query, ConsistentRead: true }))).Items ?? [];
    },
    /** How many rows the tickets table has. Only a test may scan. */
    countRows: async (): Promise<number> => {
      let [count, from]: [number, Record<string, any> | undefined] = [0, undefined];
      do {
        const page: any = await tables.send(
          new ScanCommand({ TableName: table('tickets'), Select: 'COUNT', ...(from && { ExclusiveStartKey: from }) }),
        );
        count += page.Count ?? 0;
        from = page.LastEvaluatedKey;
      } while (from);
      return count;
    },
    /** Runs a function now, as its schedule would; throws when it fails. */
    run: async (name: string, payload: unknown = {}): Promise<any> => {
      const { FunctionError, Payload } = await lambda.send(
        new InvokeCommand({ FunctionName: one(stack.functions, name).name, Payload: JSON.stringify(payload) }),
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
