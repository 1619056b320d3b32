import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue, Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { longestClosedMinutes } from '#domain/district/desk-hours.ts';
import { MOST_DELIVERIES } from '#domain/tickets/leases.ts';
import { ALARM_PERIOD, type Alarms } from './alarms.ts';
import type { Deployment } from './deployment.ts';
import { QueueGroup } from './queue-group.ts';
import type { RecordingsBucket } from './recordings-bucket.ts';

interface PhoneQueuesProps {
  deployment: Deployment;
  alarms: Alarms;
  events: ITopic;
  /** Where messages of the topic go that could not be delivered. */
  undelivered: IQueue;
  recordings: RecordingsBucket;
}

/** So long a person may wait to be rung back while the desk is open. */
const LONGEST_WAIT_FOR_CALL_BACK = Duration.hours(2);

const QUEUES = {
  // A recording may be ready before its call has ended or its ticket could be written: two days of tries.
  recordings: { name: 'recordings', visibility: Duration.minutes(6), mostDeliveries: 500 },
  // An outage of the table may last: two days of tries.
  parkedCalls: { name: 'parked-calls', visibility: Duration.minutes(3), mostDeliveries: 1000 },
  texts: { name: 'texts', visibility: Duration.minutes(3), mostDeliveries: 10 },
  callBacks: { name: 'call-backs', visibility: Duration.minutes(15), mostDeliveries: MOST_DELIVERIES.callBacks },
} as const;

/** What waits on behalf of callers: recordings to fetch, calls that could not be served, texts to send, callers to ring back. */
export class PhoneQueues extends Construct {
  readonly recordings: Queue;
  readonly parkedCalls: Queue;
  readonly texts: Queue;
  readonly callBacks: Queue;

  constructor(scope: Construct, id: string, { deployment, alarms, events, undelivered, recordings }: PhoneQueuesProps) {
    super(scope, id);
    const group = new QueueGroup(this, 'Queues', { deployment, alarms, name: 'phone', queues: QUEUES });
    this.recordings = group.queues.recordings;
    this.parkedCalls = group.queues.parkedCalls;
    this.texts = group.queues.texts;
    this.callBacks = group.queues.callBacks;
    group.subscribe(this.texts, events, { types: ['opened', 'reporter-unreached', 'look-up-wanted'], undelivered });
    group.subscribe(this.callBacks, events, { types: ['call-back-wanted'], undelivered });
    this.takeRecordingsOf(recordings, group);
    this.ringForParkedCalls(alarms);
    alarms.ring(this, 'CallersWait', {
      name: 'callers-wait-to-be-rung-back',
      whatToDo:
        'The desk has been open for two hours since, and somebody who called and found nobody is not rung back: tell the desk.',
      metric: this.callBacks.metricApproximateAgeOfOldestMessage({ period: ALARM_PERIOD, statistic: 'Maximum' }),
      threshold: (longestClosedMinutes(deployment.district) + LONGEST_WAIT_FOR_CALL_BACK.toMinutes()) * 60,
    });
  }

  /** Some providers put recordings into our bucket themselves. */
  private takeRecordingsOf(bucket: RecordingsBucket, group: QueueGroup<keyof typeof QUEUES>): void {
    const { queueArn } = this.recordings;
    const { ruleArn } = new Rule(this, 'RecordingsArrive', {
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [bucket.bucketName] }, object: { key: [{ prefix: 'incoming/' }, { prefix: '20' }] } },
      },
      // Not by CDK's target, which would give each of the queues a policy of its own beside the group's.
      targets: [{ bind: () => ({ arn: queueArn, deadLetterConfig: { arn: group.deadLetters.queueArn } }) }],
    });
    for (const queue of [this.recordings, group.deadLetters]) group.letIn('events.amazonaws.com', ruleArn, queue);
  }

  private ringForParkedCalls(alarms: Alarms): void {
    alarms.ring(this, 'CallsAreParked', {
      name: 'calls-are-parked',
      whatToDo: 'Callers wait or leave a message: the table or an answer-…-call fails, its log says why. No call is lost.',
      metric: this.parkedCalls.metricNumberOfMessagesSent({ period: ALARM_PERIOD, statistic: 'Sum' }),
      threshold: 1,
    });
    // Not by their age: what was tried in vain some times is not in that metric. A message that fails hides for three minutes.
    alarms.ring(this, 'ParkedCallsStay', {
      name: 'parked-calls-stay',
      whatToDo: 'Callers have no ticket of what they said: the table does not answer, or the log of file-parked-calls says why.',
      metric: this.parkedCalls.metricApproximateNumberOfMessagesNotVisible({ period: ALARM_PERIOD, statistic: 'Maximum' }),
      threshold: 1,
      periods: 6,
    });
  }
}
