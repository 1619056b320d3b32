import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';

/** Allows these actions on these resources. */
export const allow = (actions: readonly string[], ...resources: string[]): PolicyStatement =>
  new PolicyStatement({ actions: [...actions], resources });

/** What Lambda's poller needs to feed a function from a queue. */
export const consumeFrom = (queue: IQueue): PolicyStatement =>
  allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], queue.queueArn);

/** Allows to send to a queue. */
export const sendTo = (...queues: IQueue[]): PolicyStatement =>
  allow(['sqs:SendMessage'], ...queues.map(({ queueArn }) => queueArn));
