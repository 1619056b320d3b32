import { Aws } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { type Deployment, workQueuePrefix } from './deployment.ts';
import type { TicketsIndex } from './tickets-table.ts';

/** Allows these actions on these resources; every permission of a function is written out in its own file. */
export const allow = (actions: readonly string[], ...resources: string[]): PolicyStatement =>
  new PolicyStatement({ actions: [...actions], resources });

type TableAction = 'GetItem' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'BatchGetItem' | 'ConditionCheckItem' | 'Query';

/** Allows actions on the rows of a table, not of its indexes. A transaction needs those of its parts. */
export const onTable = (table: Table, ...actions: TableAction[]): PolicyStatement =>
  allow(
    actions.map((action) => `dynamodb:${action}`),
    table.tableArn,
  );

/** Allows to query one index of a table. */
export const queryOf = (table: Table, index: TicketsIndex): PolicyStatement =>
  allow(['dynamodb:Query'], `${table.tableArn}/index/${index}`);

/** What Lambda's poller needs to feed a function from a queue. */
export const consumeFrom = (queue: IQueue): PolicyStatement =>
  allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], queue.queueArn);

/** Allows to send to a queue. */
export const sendTo = (...queues: IQueue[]): PolicyStatement =>
  allow(['sqs:SendMessage'], ...queues.map(({ queueArn }) => queueArn));

type WorkAction = 'GetQueueUrl' | 'ReceiveMessage' | 'DeleteMessage' | 'ChangeMessageVisibility';

/** Allows actions on the work queues of all departments, by their names: the lanes are deployed after the doors. */
export const onWorkQueues = (deployment: Deployment, ...actions: WorkAction[]): PolicyStatement =>
  allow(
    actions.map((action) => `sqs:${action}`),
    ...deployment.district.departments.map(
      ({ id }) => `arn:${Aws.PARTITION}:sqs:${Aws.REGION}:${Aws.ACCOUNT_ID}:${workQueuePrefix(deployment)}${id}`,
    ),
  );
