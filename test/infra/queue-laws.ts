import { commands } from '#domain/tickets/commands.ts';
import { NOT_ACCEPTED } from '#domain/tickets/not-accepted.ts';
import { alarmsOn, deadLetterQueues, type Law, mappings, ofType, statements, target, where } from './reading-resources.ts';

const DAY_SECONDS = 24 * 60 * 60;

/** The queues that take assigned tickets alone. */
const queuesOfWork = (resources: Parameters<Law>[0]) =>
  ofType(resources, 'SNS::Subscription')
    .filter(({ properties }) => JSON.stringify(properties.FilterPolicy?.type) === JSON.stringify([commands.assign.event]))
    .map((subscription) => target(resources, subscription, subscription.properties.Endpoint));

/** Of queues, topics and what feeds from them. */
export const queueLaws = {
  'every queue has a dead-letter queue or is one': (resources) => {
    const last = deadLetterQueues(resources);
    return ofType(resources, 'SQS::Queue')
      .filter((queue) => !queue.properties.RedrivePolicy && !last.includes(queue))
      .map(where);
  },

  'a message is delivered at least three times before it is a dead letter, which is kept for 14 days': (resources) => [
    ...ofType(resources, 'SQS::Queue')
      .filter(({ properties }) => properties.RedrivePolicy && properties.RedrivePolicy.maxReceiveCount < 3)
      .map(where),
    ...deadLetterQueues(resources)
      .filter(({ properties }) => properties.MessageRetentionPeriod !== 14 * DAY_SECONDS)
      .map(where),
  ],

  // SQS counts a dead letter's days from when it was sent first.
  'a dead-letter queue keeps at least two days longer than its sources': (resources) =>
    ofType(resources, 'SQS::Queue')
      .filter((queue) => {
        const last = target(resources, queue, queue.properties.RedrivePolicy?.deadLetterTargetArn);
        const kept = queue.properties.MessageRetentionPeriod ?? 4 * DAY_SECONDS;
        return last && last.properties.MessageRetentionPeriod < kept + 2 * DAY_SECONDS;
      })
      .map(where),

  'what waits for people rings at least two days before SQS forgets it, but for work, which stands in lists': (resources) => {
    const emptied = mappings(resources).map(({ queue }) => queue);
    const work = queuesOfWork(resources);
    return ofType(resources, 'SQS::Queue')
      .filter((queue) => queue.properties.RedrivePolicy && !emptied.includes(queue) && !work.includes(queue))
      .filter((queue) => {
        const [age] = alarmsOn(resources, queue, 'ApproximateAgeOfOldestMessage');
        return !age || age.properties.Threshold > queue.properties.MessageRetentionPeriod - 2 * DAY_SECONDS;
      })
      .map(where);
  },

  'where there is work, its alarm rings for tickets whose time runs out unaccepted': (resources) => {
    const counts = ofType(resources, 'Logs::MetricFilter').filter(({ properties }) =>
      properties.FilterPattern?.includes(`"${NOT_ACCEPTED}"`),
    );
    const names = counts.map(({ properties }) => JSON.stringify(properties.MetricTransformations[0].MetricName));
    const rings = ofType(resources, 'CloudWatch::Alarm').some(
      ({ properties }) => names.includes(JSON.stringify(properties.MetricName)) && properties.Threshold === 1,
    );
    return rings
      ? []
      : ofType(resources, 'SQS::Queue')
          .filter((queue) => queuesOfWork(resources).includes(queue))
          .map(where);
  },

  "a queue hides a message for six times its consumer's timeout": (resources) =>
    mappings(resources)
      .filter(({ queue }) => queue?.type === 'AWS::SQS::Queue')
      .filter(({ queue, lambda }) => !(queue?.properties.VisibilityTimeout >= 6 * lambda?.properties.Timeout))
      .map(({ mapping }) => where(mapping)),

  'messages fail one by one, and no consumer takes all there is': (resources) =>
    mappings(resources)
      .filter(({ queue }) => queue)
      .filter(
        ({ mapping: { properties } }) =>
          !properties.FunctionResponseTypes?.includes('ReportBatchItemFailures') || !properties.ScalingConfig?.MaximumConcurrency,
      )
      .map(({ mapping }) => where(mapping)),

  'the stream wakes its reader for events only, halves a bad batch, and says what it gave up': (resources) =>
    mappings(resources)
      .filter(({ queue }) => !queue)
      .filter(({ mapping: { properties } }) => {
        const filters = (properties.FilterCriteria?.Filters ?? []).map(({ Pattern }: any) => JSON.parse(Pattern));
        const only = [{ eventName: ['INSERT'], dynamodb: { Keys: { sk: { S: [{ prefix: 'EVENT#' }] } } } }];
        return (
          JSON.stringify(filters) !== JSON.stringify(only) ||
          !properties.BisectBatchOnFunctionError ||
          !properties.DestinationConfig?.OnFailure
        );
      })
      .map(({ mapping }) => where(mapping)),

  'every subscription takes bare messages of named types, and keeps what it could not deliver': (resources) =>
    ofType(resources, 'SNS::Subscription')
      .filter(({ properties }) => properties.Protocol === 'sqs')
      .filter(
        ({ properties }) =>
          properties.RawMessageDelivery !== true || !(properties.FilterPolicy?.type?.length > 0) || !properties.RedrivePolicy,
      )
      .map(where),

  'queues and topics refuse plain http': (resources) => {
    const guarded = new Set(
      statements(resources)
        .filter(
          ({ statement: { Effect, Condition } }) => Effect === 'Deny' && Condition?.Bool?.['aws:SecureTransport'] === 'false',
        )
        .flatMap(({ from, statement }) => {
          const attached = [...(from.properties.Queues ?? []), ...(from.properties.Topics ?? [])].map(({ Ref }) => Ref);
          const meant = [statement.Resource].flat().map((one: any) => one?.Ref ?? one?.['Fn::GetAtt']?.[0]);
          return meant.filter((id) => attached.includes(id)).map((id) => `${from.stack}/${id}`);
        }),
    );
    return ofType(resources, 'SQS::Queue', 'SNS::Topic')
      .map(where)
      .filter((name) => !guarded.has(name));
  },

  'a queue has one policy, and each of its statements one resource, as SQS wants it': (resources) => {
    const policies = ofType(resources, 'SQS::QueuePolicy');
    const queues = policies.flatMap(({ stack, properties }) => properties.Queues.map(({ Ref }: any) => `${stack}/${Ref}`));
    return [
      ...queues.filter((name, n) => queues.indexOf(name) !== n),
      ...statements(policies)
        .filter(({ statement }) => Array.isArray(statement.Resource))
        .map(({ from }) => where(from)),
    ];
  },
} satisfies Record<string, Law>;
