import { CfnOutput, Duration, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import { Alias } from 'aws-cdk-lib/aws-kms';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { beginnings } from '#domain/tickets/beginnings.ts';
import { commands } from '#domain/tickets/commands.ts';
import { ALARM_PERIOD, Alarms } from '#infra/constructs/alarms.ts';
import { type Deployment, nameOf } from '#infra/constructs/deployment.ts';
import { PhoneQueues } from '#infra/constructs/phone-queues.ts';
import { QueueGroup } from '#infra/constructs/queue-group.ts';
import type { DataStack } from './data-stack.ts';

interface EventsStackProps extends StackProps {
  deployment: Deployment;
  data: DataStack;
}

const TOPIC = 'ticket-events';

/** The topics, and the queues that listen to them, but for those of the departments. Nothing here says anything. */
export class EventsStack extends Stack {
  readonly alarms: Alarms;
  /** Everything that happens to a ticket is published here. */
  readonly events: ITopic;
  /** Where messages of the topic go that SNS can't deliver. */
  readonly undelivered: IQueue;
  /** New tickets, and corrected ones, for the dispatcher. */
  readonly intake: IQueue;
  readonly phone: PhoneQueues;

  constructor(scope: Construct, id: string, { deployment, data, ...props }: EventsStackProps) {
    super(scope, id, props);
    const alarms = new Alarms(this, 'Alarms', deployment);
    const events = new Topic(this, 'Events', {
      topicName: nameOf(deployment, TOPIC),
      masterKey: Alias.fromAliasName(this, 'SnsKey', 'alias/aws/sns'),
      enforceSSL: deployment.requiresTls,
    });
    this.alarms = alarms;
    this.events = events;
    this.undelivered = this.addUndelivered(deployment);
    this.intake = this.addIntake(deployment);
    this.phone = new PhoneQueues(this, 'Phone', {
      deployment,
      alarms,
      events,
      undelivered: this.undelivered,
      recordings: data.recordings,
    });
    new CfnOutput(this, 'TicketEventsTopicArn', { value: events.topicArn });
    new CfnOutput(this, 'CallBacksQueueUrl', { value: this.phone.callBacks.queueUrl });
    new CfnOutput(this, 'ParkedCallsQueueUrl', { value: this.phone.parkedCalls.queueUrl });
  }

  private addUndelivered(deployment: Deployment): IQueue {
    const group = new QueueGroup(this, 'Undelivered', {
      deployment,
      alarms: this.alarms,
      name: TOPIC,
      queues: {},
      whatToDo: `SNS could not reach a queue: look whether it is there and its policy lets the topic in. Then publish the messages again: npm run redrive -- ${nameOf(deployment, `${TOPIC}-dlq`)} --aws`,
    });
    group.letIn('sns.amazonaws.com', this.events.topicArn, group.deadLetters);
    Validations.of(group.deadLetters).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: "It is the dead-letter queue of the topic's subscriptions, at which the rule does not look.",
    });
    return group.deadLetters;
  }

  private addIntake(deployment: Deployment): IQueue {
    const { alarms, events, undelivered } = this;
    const group = new QueueGroup(this, 'Intake', {
      deployment,
      alarms,
      name: 'intake',
      queues: { queue: { name: 'intake', visibility: Duration.minutes(1), mostDeliveries: 5 } },
    });
    const intake = group.queues.queue;
    group.subscribe(intake, events, { types: [beginnings.open.event, commands.correct.event], undelivered });
    alarms.ring(this, 'IntakeIsSlow', {
      name: 'intake-is-slow',
      whatToDo: 'Tickets wait for their department: read the log of route-ticket, and whether Lambda throttles it.',
      metric: intake.metricApproximateAgeOfOldestMessage({ period: ALARM_PERIOD, statistic: 'Maximum' }),
      threshold: Duration.minutes(10).toSeconds(),
    });
    return intake;
  }
}
