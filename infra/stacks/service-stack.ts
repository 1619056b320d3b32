import { CfnOutput, Duration, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import { Alias } from 'aws-cdk-lib/aws-kms';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { answerCallContract } from '../../shared/contracts/webhooks/answer-call.ts';
import { ALARM_PERIOD, Alarms } from '../constructs/alarms.ts';
import { type Deployment, nameOf } from '../constructs/deployment.ts';
import { HotlineApi } from '../constructs/hotline-api.ts';
import { NightDashboard } from '../constructs/night-dashboard.ts';
import { DeadLetterQueue, QueueWithDeadLetters } from '../constructs/queue-with-dead-letters.ts';
import { AnswerCall } from '../functions/answer-call.ts';
import { PublishEvents } from '../functions/publish-events.ts';
import { RaiseCards } from '../functions/raise-cards.ts';
import { RollUpFigures } from '../functions/roll-up-figures.ts';
import { RouteTicket } from '../functions/route-ticket.ts';
import type { DataStack } from './data-stack.ts';
import { doors } from './doors.ts';

interface ServiceStackProps extends StackProps {
  deployment: Deployment;
  data: DataStack;
}

/** The doors, the way from the table's stream to the lanes, and what runs each minute. Holds nothing that can't be made again. */
export class ServiceStack extends Stack {
  readonly alarms: Alarms;
  /** Where everything that happens to a ticket is told. */
  readonly events: ITopic;

  constructor(scope: Construct, id: string, { deployment, data, ...props }: ServiceStackProps) {
    super(scope, id, props);
    this.alarms = new Alarms(this, 'Alarms', deployment);
    this.events = new Topic(this, 'Events', {
      topicName: nameOf(deployment, 'ticket-events'),
      masterKey: Alias.fromAliasName(this, 'SnsKey', 'alias/aws/sns'),
      enforceSSL: deployment.requiresTls,
    });
    const parts = { deployment, alarms: this.alarms, tickets: data.tickets, figures: data.figures };

    const api = new HotlineApi(this, 'Api', { ...parts, tokens: data.tokens });
    for (const Door of doors) new Door(this, { ...parts, api });
    new AnswerCall(this, { ...parts, api, secret: data.phoneSecret });

    const publisher = this.addPublisher(deployment, data);
    const router = this.addRouter(deployment, data);
    const everyMinute = [new RaiseCards(this, parts), new RollUpFigures(this, parts)];
    new NightDashboard(this, 'Night', { ...parts, api, publisher, router, everyMinute });

    new CfnOutput(this, 'ApiId', { value: api.http.apiId });
    new CfnOutput(this, 'ApiUrl', { value: api.publicUrl });
    new CfnOutput(this, 'VoiceWebhookUrl', { value: api.publicUrl + answerCallContract.path });
    new CfnOutput(this, 'TicketEventsTopicArn', { value: this.events.topicArn });
  }

  private addPublisher(deployment: Deployment, { tickets }: DataStack): PublishEvents {
    const parts = { deployment, alarms: this.alarms };
    const { queue: retry } = new QueueWithDeadLetters(this, 'PublishRetry', {
      ...{ ...parts, name: 'publish-retry' },
      visibility: Duration.minutes(3),
      mostDeliveries: 5,
    });
    const givenUp = new DeadLetterQueue(this, 'PublishGivenUp', {
      ...{ ...parts, name: 'publish-given-up' },
      whatToDo:
        'Lambda gave up a part of the stream; each message names shard and sequence numbers, which the stream keeps for a day.',
    });
    Validations.of(givenUp).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: "It is the dead-letter queue of the table's stream, which the rule does not look at.",
    });
    return new PublishEvents(this, { ...parts, tickets, events: this.events, retry, givenUp });
  }

  private addRouter(deployment: Deployment, { tickets }: DataStack): RouteTicket {
    const parts = { deployment, alarms: this.alarms };
    const intake = new QueueWithDeadLetters(this, 'Intake', {
      ...{ ...parts, name: 'intake' },
      visibility: Duration.minutes(1),
      mostDeliveries: 5,
    });
    intake.subscribeTo(this.events, 'opened');
    this.alarms.ring(this, 'IntakeIsSlow', {
      name: 'intake-is-slow',
      whatToDo: 'Tickets wait for their department: read the log of route-ticket, and whether Lambda throttles it.',
      metric: intake.queue.metricApproximateAgeOfOldestMessage({ period: ALARM_PERIOD, statistic: 'Maximum' }),
      threshold: Duration.minutes(10).toSeconds(),
    });
    return new RouteTicket(this, { ...parts, tickets, from: intake.queue });
  }
}
