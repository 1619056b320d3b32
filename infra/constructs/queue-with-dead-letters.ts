import { Duration } from 'aws-cdk-lib';
import { type ITopic, SubscriptionFilter } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { TopicMessage } from '#contracts/messages/ticket-event-message.ts';
import { ALARM_PERIOD, type Alarms } from './alarms.ts';
import { type Deployment, queueNameOf } from './deployment.ts';

interface DeadLetterProps {
  deployment: Deployment;
  alarms: Alarms;
  /** Behind `hotline-<stage>-<district>-`. */
  name: string;
  /** What an operator does about messages in it. */
  whatToDo: string;
}

/** A queue in which nothing should ever be; when something is, the operator is told. */
export class DeadLetterQueue extends Queue {
  constructor(scope: Construct, id: string, { deployment, alarms, name, whatToDo }: DeadLetterProps) {
    super(scope, id, {
      queueName: queueNameOf(deployment, name),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: deployment.requiresTls,
      retentionPeriod: Duration.days(14),
      removalPolicy: deployment.removalOfNamed,
    });
    alarms.ring(this, 'Alarm', {
      name: `${name}-has-messages`,
      whatToDo,
      metric: this.metricApproximateNumberOfMessagesVisible({ period: ALARM_PERIOD, statistic: 'Maximum' }),
      threshold: 1,
    });
  }
}

interface QueueProps {
  deployment: Deployment;
  alarms: Alarms;
  /** Behind `hotline-<stage>-<district>-`; the dead-letter queue's has `-dlq` after it. */
  name: string;
  /** At least six times the timeout of what consumes it. */
  visibility: Duration;
  /** After so many deliveries a message is a dead letter. */
  mostDeliveries: number;
}

/** A queue whose messages are kept for 14 days, and end in a dead-letter queue of its own when nobody can use them. */
export class QueueWithDeadLetters extends Construct {
  readonly queue: Queue;
  readonly deadLetters: DeadLetterQueue;

  constructor(scope: Construct, id: string, { deployment, alarms, name, visibility, mostDeliveries }: QueueProps) {
    super(scope, id);
    const queueName = queueNameOf(deployment, name);
    this.deadLetters = new DeadLetterQueue(this, 'DeadLetters', {
      ...{ deployment, alarms, name: `${name}-dlq` },
      whatToDo: `Read what is in it and the log of its consumer; when the cause is mended: npm run redrive -- ${queueName}`,
    });
    this.queue = new Queue(this, 'Queue', {
      queueName,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: deployment.requiresTls,
      visibilityTimeout: visibility,
      retentionPeriod: Duration.days(14),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: mostDeliveries },
      removalPolicy: deployment.removalOfNamed,
    });
  }

  /** Takes the events of some types (and one department) from the topic, as bare messages. */
  subscribeTo(topic: ITopic, types: readonly TopicMessage['type'][], department?: string): void {
    const only = (...values: string[]): SubscriptionFilter => SubscriptionFilter.stringFilter({ allowlist: values });
    topic.addSubscription(
      new SqsSubscription(this.queue, {
        rawMessageDelivery: true,
        filterPolicy: { type: only(...types), ...(department && { department: only(department) }) },
        deadLetterQueue: this.deadLetters,
      }),
    );
  }
}
