import { CfnOutput, Duration, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import { Alias } from 'aws-cdk-lib/aws-kms';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { answerJambonzCallContract } from '#contracts/webhooks/answer-jambonz-call.ts';
import { answerTwilioCallContract } from '#contracts/webhooks/answer-twilio-call.ts';
import { takeTwilioMessageContract } from '#contracts/webhooks/take-message.ts';
import { ALARM_PERIOD, Alarms } from '#infra/constructs/alarms.ts';
import { ConnectFlow } from '#infra/constructs/connect-flow.ts';
import { type Deployment, nameOf } from '#infra/constructs/deployment.ts';
import { HotlineApi } from '#infra/constructs/hotline-api.ts';
import { NightDashboard } from '#infra/constructs/night-dashboard.ts';
import type { PhoneParts } from '#infra/constructs/phone-parts.ts';
import { PhoneQueues } from '#infra/constructs/phone-queues.ts';
import { DeadLetterQueue, QueueWithDeadLetters } from '#infra/constructs/queue-with-dead-letters.ts';
import type { Resources } from '#infra/constructs/resources.ts';
import { AnswerConnectCall } from '#infra/functions/answer-connect-call.ts';
import { AnswerJambonzCall } from '#infra/functions/answer-jambonz-call.ts';
import { AnswerTwilioCall } from '#infra/functions/answer-twilio-call.ts';
import { DepartmentApi } from '#infra/functions/department-api.ts';
import { DeskApi } from '#infra/functions/desk-api.ts';
import { EndConnectCall } from '#infra/functions/end-connect-call.ts';
import { EndSilentCalls } from '#infra/functions/end-silent-calls.ts';
import { FileParkedCalls } from '#infra/functions/file-parked-calls.ts';
import { KeepRecordings } from '#infra/functions/keep-recordings.ts';
import { PublishEvents } from '#infra/functions/publish-events.ts';
import { RaiseCards } from '#infra/functions/raise-cards.ts';
import { ResidentApi } from '#infra/functions/resident-api.ts';
import { RingReporters } from '#infra/functions/ring-reporters.ts';
import { RollUpFigures } from '#infra/functions/roll-up-figures.ts';
import { RouteTicket } from '#infra/functions/route-ticket.ts';
import { TakeMessage } from '#infra/functions/take-message.ts';
import { TextReporters } from '#infra/functions/text-reporters.ts';
import type { DataStack } from './data-stack.ts';

interface ServiceStackProps extends StackProps {
  deployment: Deployment;
  data: DataStack;
}

/** The doors, the way from the table's stream to the lanes, and what runs each minute. Holds nothing that can't be made again. */
export class ServiceStack extends Stack {
  readonly alarms: Alarms;
  /** Where everything that happens to a ticket is told. */
  readonly events: ITopic;
  readonly resources: Resources;

  constructor(scope: Construct, id: string, { deployment, data, ...props }: ServiceStackProps) {
    super(scope, id, props);
    this.alarms = new Alarms(this, 'Alarms', deployment);
    this.events = new Topic(this, 'Events', {
      topicName: nameOf(deployment, 'ticket-events'),
      masterKey: Alias.fromAliasName(this, 'SnsKey', 'alias/aws/sns'),
      enforceSSL: deployment.requiresTls,
    });
    const queues = new PhoneQueues(this, 'Phone', {
      ...{ deployment, alarms: this.alarms, events: this.events, recordings: data.recordings },
    });
    this.resources = {
      tickets: data.tickets,
      figures: data.figures,
      recordings: data.recordings,
      callBacks: queues.callBacks.queue,
      madeRecordings: queues.recordings.queue,
      parkedCalls: queues.parkedCalls.queue,
    };
    const parts = { deployment, alarms: this.alarms, resources: this.resources };

    const api = new HotlineApi(this, 'Api', { ...parts, tokens: data.tokens });
    for (const Audience of [ResidentApi, DeskApi, DepartmentApi]) new Audience(this, { ...parts, api });
    this.addPhone({ ...parts, api, queues, phoneSecret: data.phoneSecret, jambonzSecret: data.jambonzSecret });

    const publisher = this.addPublisher(deployment, data);
    const router = this.addRouter(deployment);
    const everyMinute = [new RaiseCards(this, parts), new RollUpFigures(this, parts), new EndSilentCalls(this, parts)];
    new NightDashboard(this, 'Night', { ...parts, api, publisher, router, everyMinute });

    new CfnOutput(this, 'ApiId', { value: api.http.apiId });
    new CfnOutput(this, 'ApiUrl', { value: api.publicUrl });
    this.addPhoneOutputs(api.publicUrl, queues);
    new CfnOutput(this, 'TicketEventsTopicArn', { value: this.events.topicArn });
  }

  private addPhone(parts: PhoneParts): void {
    const { deployment } = parts;
    new AnswerTwilioCall(this, parts);
    new AnswerJambonzCall(this, parts);
    const { lambda: answer } = new AnswerConnectCall(this, parts);
    const { lambda: end } = new EndConnectCall(this, parts);
    const { lambda: fallback } = new TakeMessage(this, parts);
    new FileParkedCalls(this, parts);
    new KeepRecordings(this, parts);
    new TextReporters(this, parts);
    new RingReporters(this, parts);
    const { connect: instance } = deployment.stage;
    if (instance && deployment.hasConnect) new ConnectFlow(this, 'Connect', { deployment, instance, answer, fallback, end });
  }

  private addPhoneOutputs(publicUrl: string, queues: PhoneQueues): void {
    const [twilio, jambonz] = [publicUrl + answerTwilioCallContract.path, publicUrl + answerJambonzCallContract.path];
    new CfnOutput(this, 'VoiceWebhookUrl', { value: twilio });
    new CfnOutput(this, 'VoiceStatusUrl', { value: `${twilio}?ended=yes` });
    new CfnOutput(this, 'VoiceFallbackUrl', { value: publicUrl + takeTwilioMessageContract.path });
    new CfnOutput(this, 'JambonzWebhookUrl', { value: jambonz });
    new CfnOutput(this, 'JambonzStatusUrl', { value: `${jambonz}?ended=yes` });
    new CfnOutput(this, 'CallBacksQueueUrl', { value: queues.callBacks.queue.queueUrl });
    new CfnOutput(this, 'ParkedCallsQueueUrl', { value: queues.parkedCalls.queue.queueUrl });
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
    return new PublishEvents(this, { ...parts, resources: this.resources, tickets, events: this.events, retry, givenUp });
  }

  private addRouter(deployment: Deployment): RouteTicket {
    const parts = { deployment, alarms: this.alarms };
    const intake = new QueueWithDeadLetters(this, 'Intake', {
      ...{ ...parts, name: 'intake' },
      visibility: Duration.minutes(1),
      mostDeliveries: 5,
    });
    intake.subscribeTo(this.events, ['opened']);
    this.alarms.ring(this, 'IntakeIsSlow', {
      name: 'intake-is-slow',
      whatToDo: 'Tickets wait for their department: read the log of route-ticket, and whether Lambda throttles it.',
      metric: intake.queue.metricApproximateAgeOfOldestMessage({ period: ALARM_PERIOD, statistic: 'Maximum' }),
      threshold: Duration.minutes(10).toSeconds(),
    });
    return new RouteTicket(this, { ...parts, resources: this.resources, from: intake.queue });
  }
}
