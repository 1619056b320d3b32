import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { longestClosedMinutes } from '#domain/district/desk-hours.ts';
import { ALARM_PERIOD, type Alarms } from './alarms.ts';
import type { Deployment } from './deployment.ts';
import { QueueWithDeadLetters } from './queue-with-dead-letters.ts';
import type { RecordingsBucket } from './recordings-bucket.ts';

interface PhoneQueuesProps {
  deployment: Deployment;
  alarms: Alarms;
  events: ITopic;
  recordings: RecordingsBucket;
}

/** So long a person may wait to be rung back while the desk is open. */
const LONGEST_WAIT_FOR_CALL_BACK = Duration.hours(2);

/** What waits on behalf of callers: recordings to fetch, calls that could not be served, texts to send, callers to ring back. */
export class PhoneQueues extends Construct {
  readonly recordings: QueueWithDeadLetters;
  readonly parkedCalls: QueueWithDeadLetters;
  readonly texts: QueueWithDeadLetters;
  readonly callBacks: QueueWithDeadLetters;

  constructor(scope: Construct, id: string, { deployment, alarms, events, recordings }: PhoneQueuesProps) {
    super(scope, id);
    const parts = { deployment, alarms };
    // A recording may be ready before its call has ended or its ticket could be written: two days of tries.
    this.recordings = new QueueWithDeadLetters(this, 'Recordings', {
      ...{ ...parts, name: 'recordings' },
      visibility: Duration.minutes(6),
      mostDeliveries: 500,
    });
    // Some providers put recordings into our bucket themselves.
    new Rule(this, 'RecordingsArrive', {
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [recordings.bucketName] }, object: { key: [{ prefix: 'incoming/' }, { prefix: '20' }] } },
      },
      targets: [new SqsQueue(this.recordings.queue, { deadLetterQueue: this.recordings.deadLetters })],
    });
    // An outage of the table may last: two days of tries.
    this.parkedCalls = new QueueWithDeadLetters(this, 'ParkedCalls', {
      ...{ ...parts, name: 'parked-calls' },
      visibility: Duration.minutes(3),
      mostDeliveries: 1000,
    });
    alarms.ring(this, 'CallsAreParked', {
      name: 'calls-are-parked',
      whatToDo: 'Callers wait or leave a message: the table or an answer-…-call fails, its log says why. No call is lost.',
      metric: this.parkedCalls.queue.metricNumberOfMessagesSent({ period: ALARM_PERIOD, statistic: 'Sum' }),
      threshold: 1,
    });
    // Not by their age: what was tried in vain some times is not in that metric. A message that fails hides for three minutes.
    alarms.ring(this, 'ParkedCallsStay', {
      name: 'parked-calls-stay',
      whatToDo: 'Callers have no ticket of what they said: the table does not answer, or the log of file-parked-calls says why.',
      metric: this.parkedCalls.queue.metricApproximateNumberOfMessagesNotVisible({ period: ALARM_PERIOD, statistic: 'Maximum' }),
      threshold: 1,
      periods: 6,
    });
    this.texts = new QueueWithDeadLetters(this, 'Texts', {
      ...{ ...parts, name: 'texts' },
      visibility: Duration.minutes(3),
      mostDeliveries: 10,
    });
    this.texts.subscribeTo(events, ['opened', 'reporter-unreached']);
    this.callBacks = new QueueWithDeadLetters(this, 'CallBacks', {
      ...{ ...parts, name: 'call-backs' },
      visibility: Duration.minutes(15),
      // Every lease counts, and every caller who was not reached at once.
      mostDeliveries: 20,
    });
    this.callBacks.subscribeTo(events, ['call-back-wanted']);
    alarms.ring(this, 'CallersWait', {
      name: 'callers-wait-to-be-rung-back',
      whatToDo:
        'The desk has been open for two hours since, and somebody who called and found nobody is not rung back: tell the desk.',
      metric: this.callBacks.queue.metricApproximateAgeOfOldestMessage({ period: ALARM_PERIOD, statistic: 'Maximum' }),
      threshold: (longestClosedMinutes(deployment.district) + LONGEST_WAIT_FOR_CALL_BACK.toMinutes()) * 60,
    });
  }
}
