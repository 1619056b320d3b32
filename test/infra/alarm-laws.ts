import { alarmsOn, deadLetterQueues, type Law, mappings, ofType, statements, target, where } from './reading-resources.ts';

const HOUR_SECONDS = 60 * 60;

/** Of alarms, and of what must have one. */
export const alarmLaws = {
  'every dead-letter queue has an alarm that rings at its first message': (resources) =>
    deadLetterQueues(resources)
      .filter((queue) => {
        const alarms = alarmsOn(resources, queue, 'ApproximateNumberOfMessagesVisible');
        return !alarms.some(({ stack, properties }) => stack === queue.stack && properties.Threshold === 1);
      })
      .map(where),

  'every alarm tells somebody, and what to do': (resources) =>
    ofType(resources, 'CloudWatch::Alarm')
      .filter(({ properties }) => !(properties.AlarmActions?.length > 0) || !properties.AlarmDescription)
      .map(where),

  'an alarm that sends dead letters back names their queue and the real AWS': (resources) =>
    ofType(resources, 'CloudWatch::Alarm')
      .filter(({ properties }) => properties.AlarmDescription?.includes('npm run redrive'))
      .filter(({ properties }) => !/npm run redrive -- hotline-[a-z0-9-]+-dlq --aws\b/.test(properties.AlarmDescription))
      .map(where),

  'CloudWatch may ring at the topic of every alarm': (resources) => {
    const open = statements(resources)
      .filter(({ statement }) => statement.Effect === 'Allow' && statement.Principal?.Service === 'cloudwatch.amazonaws.com')
      .flatMap(({ from }) => from.properties.Topics.map(({ Ref }: any) => Ref));
    return ofType(resources, 'CloudWatch::Alarm')
      .filter(({ properties }) =>
        properties.AlarmActions?.some((action: any) => open.every((id) => !JSON.stringify(action).includes(id))),
      )
      .map(where);
  },

  'every failure of a function is noticed within an hour: by its own alarm, or by one on what feeds it': (resources) => {
    const has5xxAlarm = ofType(resources, 'CloudWatch::Alarm').some(({ properties }) => properties.MetricName === '5xx');
    const shows = ({ mapping, queue, lambda }: ReturnType<typeof mappings>[number]): boolean => {
      if (!queue) {
        const isLate = lambda && alarmsOn(resources, lambda, 'IteratorAge').length > 0;
        return Boolean(isLate && mapping.properties.DestinationConfig?.OnFailure);
      }
      const { VisibilityTimeout, RedrivePolicy } = queue.properties;
      const untilDead = VisibilityTimeout * RedrivePolicy.maxReceiveCount;
      return untilDead <= HOUR_SECONDS || alarmsOn(resources, queue, 'ApproximateNumberOfMessagesNotVisible').length > 0;
    };
    return ofType(resources, 'Lambda::Function')
      .filter((lambda) => alarmsOn(resources, lambda, 'Errors').length === 0)
      .filter((lambda) => {
        const sources = mappings(resources).filter((one) => one.lambda === lambda);
        const callers = ofType(resources, 'Lambda::Permission')
          .filter((permission) => target(resources, permission, permission.properties.FunctionName) === lambda)
          .map(({ properties }) => properties.Principal);
        return !sources.every(shows) || !callers.every((caller) => caller === 'apigateway.amazonaws.com' && has5xxAlarm);
      })
      .map(where);
  },

  'what is seen by its failures alone also rings when it does not run': (resources) =>
    ofType(resources, 'Events::Rule')
      .filter(({ properties }) => properties.ScheduleExpression)
      .filter((rule) => {
        const lambda = target(resources, rule, rule.properties.Targets[0]?.Arn);
        return (
          !lambda || !alarmsOn(resources, lambda, 'Errors').some(({ properties }) => properties.TreatMissingData === 'breaching')
        );
      })
      .map(where),
} satisfies Record<string, Law>;
