import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { type Env, touches } from '#functions/publish-events/env.ts';
import { ALARM_PERIOD } from '#infra/constructs/alarms.ts';
import { type FunctionParts, HotlineFunction } from '#infra/constructs/hotline-function.ts';
import type { OwnVariables } from '#infra/constructs/own-variables.ts';
import { allow, consumeFrom, sendTo } from '#infra/constructs/permissions.ts';

interface PublishEventsProps extends FunctionParts {
  tickets: Table;
  events: ITopic;
  /** Where it parks rows that it can't read, and reads them again. */
  retry: IQueue;
  /** Where Lambda says which part of the stream it gave up. */
  givenUp: IQueue;
}

/** A stream keeps a day. What was given up after this leaves an operator the rest of it. */
const LONGEST_OUTAGE = Duration.hours(12);

/** Fed by the table's stream and by its own retry queue: publishes what happened to the topic. */
export class PublishEvents extends HotlineFunction {
  constructor(scope: Construct, { tickets, events, retry, givenUp, ...parts }: PublishEventsProps) {
    const stream = tickets.tableStreamArn;
    if (!stream) throw new Error('the tickets table has no stream');
    super(scope, 'publish-events', {
      ...parts,
      name: 'publish-events',
      timeout: Duration.seconds(30),
      touches,
      environment: { TOPIC_ARN: events.topicArn, RETRY_QUEUE_URL: retry.queueUrl } satisfies OwnVariables<typeof Env>,
      may: [
        allow(['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'], stream),
        allow(['sns:Publish'], events.topicArn),
        sendTo(retry, givenUp),
        consumeFrom(retry),
      ],
    });
    this.consume(retry, { mostAtOnce: 2 });
    new EventSourceMapping(this, 'Stream', {
      target: this.lambda,
      eventSourceArn: stream,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      // Only new rows of events wake it; tickets, marks and calls change in the same table.
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.isEqual('INSERT'),
          dynamodb: { Keys: { sk: { S: FilterRule.beginsWith('EVENT#') } } },
        }),
      ],
      // It throws only while the topic can't be reached, and nothing may be skipped then: no count of retries.
      bisectBatchOnError: true,
      maxRecordAge: LONGEST_OUTAGE,
      onFailure: { bind: () => ({ destination: givenUp.queueArn }) },
    });
    parts.alarms.ring(this, 'StreamIsLate', {
      name: 'publish-events-is-late',
      whatToDo: 'No messages leave the table: read the log of publish-events. After 12 hours they would have to be sent by hand.',
      metric: this.lambda.metric('IteratorAge', { period: ALARM_PERIOD, statistic: 'Maximum' }),
      threshold: Duration.minutes(5).toMilliseconds(),
    });
  }
}
