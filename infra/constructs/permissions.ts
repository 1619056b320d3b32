import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { TicketsIndex } from './tickets-table.ts';

/** Allows these actions on these resources; every permission of a function is written out in its own file. */
export const allow = (actions: readonly string[], ...resources: string[]): PolicyStatement =>
  new PolicyStatement({ actions: [...actions], resources });

type TableAction = 'GetItem' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'BatchGetItem' | 'Query';

/** Allows actions on the rows of a table, not of its indexes. A transaction needs those of its parts. */
export const onTable = (table: ITable, ...actions: TableAction[]): PolicyStatement =>
  allow(
    actions.map((action) => `dynamodb:${action}`),
    table.tableArn,
  );

/** Allows to query one index of a table. */
export const queryOf = (table: ITable, index: TicketsIndex): PolicyStatement =>
  allow(['dynamodb:Query'], `${table.tableArn}/index/${index}`);

/** What Lambda's poller needs to feed a function from a queue. */
export const consumeFrom = (queue: IQueue): PolicyStatement =>
  allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], queue.queueArn);

/** Allows to send to a queue. */
export const sendTo = (...queues: IQueue[]): PolicyStatement =>
  allow(['sqs:SendMessage'], ...queues.map(({ queueArn }) => queueArn));
