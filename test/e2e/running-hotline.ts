import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient, QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { localClientConfig } from '#local/endpoint.ts';
import type { Stack } from '#local/stack-file.ts';
import { apiOf, insist } from '#simulator/doors.ts';
import { waitUntilAssigned } from '#simulator/sample-day/play-story.ts';

/** Asks the local CloudWatch Logs, which wants no more of a signature than the name of the service. */
const askLogs = async ({ endpoint }: Stack, operation: string, asked: object): Promise<any> => {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `Logs_20140328.${operation}`,
      authorization: 'AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/logs/aws4_request, SignedHeaders=host, Signature=0',
    },
    body: JSON.stringify(asked),
  });
  if (!response.ok) throw new Error(`${operation}: ${response.status} ${await response.text()}`);
  return response.json();
};

/** Every line of every log group, by the group's name. */
const logsOf = async (stack: Stack): Promise<Map<string, string[]>> => {
  const lines = new Map<string, string[]>();
  const all = async (operation: string, asked: object, list: string): Promise<any[]> => {
    const { [list]: found = [], nextToken } = await askLogs(stack, operation, asked);
    return nextToken ? [...found, ...(await all(operation, { ...asked, nextToken }, list))] : found;
  };
  for (const { logGroupName } of await all('DescribeLogGroups', {}, 'logGroups')) {
    const events = await all('FilterLogEvents', { logGroupName }, 'events');
    lines.set(
      logGroupName,
      events.map(({ message }) => message),
    );
  }
  return lines;
};

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
    /** Whatever any function has logged so far. */
    logs: () => logsOf(stack),
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
