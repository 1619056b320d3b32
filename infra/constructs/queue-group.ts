import { Duration } from 'aws-cdk-lib';
import { Effect, PolicyDocument, PolicyStatement, ServicePrincipal, StarPrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSubscription, type ITopic } from 'aws-cdk-lib/aws-sns';
import { CfnQueuePolicy, type IQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { TopicMessage } from '#contracts/messages/ticket-event-message.ts';
import { ALARM_PERIOD, type Alarms } from './alarms.ts';
import { type Deployment, queueNameOf } from './deployment.ts';

/**
 * A dead-letter queue keeps longer than its sources: SQS counts from the day on which a message was sent first, and
 * somebody needs a few days to look.
 */
const KEPT = Duration.days(12);
const DEAD_LETTERS_KEPT = Duration.days(14);

/** One queue of a group. */
export interface GroupedQueue {
  /** Behind `hotline-<stage>-<district>-`. */
  name: string;
  /** At least six times the timeout of what consumes it. */
  visibility: Duration;
  /** After so many deliveries a message is a dead letter. */
  mostDeliveries: number;
}

interface QueueGroupProps<Id extends string> {
  deployment: Deployment;
  alarms: Alarms;
  /** The dead-letter queue is called `hotline-<stage>-<district>-<name>-dlq`. */
  name: string;
  /** By the names that the code uses. */
  queues: Readonly<Record<Id, GroupedQueue>>;
  /** What an operator does about dead letters; how to send them back when absent. */
  whatToDo?: string;
  /** The group of one department; its alarm is one of many, and not shown beside those of the service. */
  department?: string;
}

/** Which messages of the topic a queue takes, and where those go that SNS can't deliver. */
interface Subscribed {
  types: readonly TopicMessage['type'][];
  department?: string;
  undelivered: IQueue;
}

const asId = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/**
 * Queues whose dead letters one person looks at: one dead-letter queue, one alarm and one policy for all of them. Each
 * dead letter keeps the name of its source, by which `npm run redrive` sends it back.
 */
export class QueueGroup<Id extends string = never> extends Construct {
  readonly queues: Readonly<Record<Id, Queue>>;
  readonly deadLetters: Queue;
  // SQS takes one resource in a statement, so statements must not be merged.
  private readonly policy = new PolicyDocument({ minimize: false });
  private attached: CfnQueuePolicy | undefined;

  constructor(scope: Construct, id: string, { deployment, alarms, name, queues, whatToDo, department }: QueueGroupProps<Id>) {
    super(scope, id);
    const ids = Object.keys(queues) as Id[];
    const names = ids.map((one) => queueNameOf(deployment, queues[one].name));
    const queueName = queueNameOf(deployment, `${name}-dlq`);
    const deadLetters = new Queue(this, 'DeadLetters', {
      queueName,
      encryption: QueueEncryption.SQS_MANAGED,
      retentionPeriod: DEAD_LETTERS_KEPT,
      removalPolicy: deployment.removalOfNamed,
    });
    this.deadLetters = deadLetters;
    this.queues = Object.fromEntries(
      ids.map((one, place) => [
        one,
        new Queue(this, asId(one), {
          queueName: names[place] ?? '',
          encryption: QueueEncryption.SQS_MANAGED,
          visibilityTimeout: queues[one].visibility,
          retentionPeriod: KEPT,
          deadLetterQueue: { queue: deadLetters, maxReceiveCount: queues[one].mostDeliveries },
          removalPolicy: deployment.removalOfNamed,
        }),
      ]),
    ) as Record<Id, Queue>;
    if (deployment.requiresTls) for (const queue of this.all()) this.refusePlainHttp(queue);
    alarms.ring(this, 'Alarm', {
      name: `${name}-has-dead-letters`,
      whatToDo:
        whatToDo ??
        `Read what is in it and the log of its consumer; when the cause is mended: npm run redrive -- ${queueName} --aws`,
      metric: deadLetters.metricApproximateNumberOfMessagesVisible({ period: ALARM_PERIOD, statistic: 'Maximum' }),
      threshold: 1,
      ...(department !== undefined && { department }),
    });
  }

  /** Takes messages from the topic, bare; gives what must be there before anything of them is published. */
  subscribe(queue: Queue, topic: ITopic, { types, department, undelivered }: Subscribed): CfnSubscription {
    this.letIn('sns.amazonaws.com', topic.topicArn, queue);
    const subscription = new CfnSubscription(this, `${queue.node.id}Subscription`, {
      topicArn: topic.topicArn,
      protocol: 'sqs',
      endpoint: queue.queueArn,
      rawMessageDelivery: true,
      filterPolicy: { type: types, ...(department !== undefined && { department: [department] }) },
      redrivePolicy: { deadLetterTargetArn: undelivered.queueArn },
    });
    if (this.attached) subscription.addResourceDependency(this.attached);
    return subscription;
  }

  /** Lets an AWS service send to a queue, on behalf of one thing of ours. */
  letIn(service: string, sourceArn: string, queue: Queue): void {
    this.add(
      new PolicyStatement({
        principals: [new ServicePrincipal(service)],
        actions: ['sqs:SendMessage'],
        resources: [queue.queueArn],
        conditions: { ArnEquals: { 'aws:SourceArn': sourceArn } },
      }),
    );
  }

  private all(): Queue[] {
    return [...Object.values<Queue>(this.queues), this.deadLetters];
  }

  private refusePlainHttp(queue: Queue): void {
    const statement = new PolicyStatement({
      effect: Effect.DENY,
      principals: [new StarPrincipal()],
      actions: ['sqs:*'],
      resources: [queue.queueArn],
      conditions: { Bool: { 'aws:SecureTransport': 'false' } },
    });
    this.add(statement);
  }

  private add(statement: PolicyStatement): void {
    this.policy.addStatements(statement);
    this.attached ??= new CfnQueuePolicy(this, 'Policy', {
      queues: this.all().map(({ queueUrl }) => queueUrl),
      policyDocument: this.policy,
    });
  }
}
