import type { Resource } from './synthesised.ts';

/** Looks at all resources of all stacks; gives one line for each that breaks the law. */
export type Law = (resources: readonly Resource[]) => string[];

const where = ({ stack, id }: Resource): string => `${stack}/${id}`;
const ofType = (resources: readonly Resource[], ...types: string[]): Resource[] =>
  resources.filter(({ type }) => types.includes(`${type.replace('AWS::', '')}`));

/** The resource of the same stack to which a Ref or GetAtt points. */
const target = (resources: readonly Resource[], from: Resource, value: any): Resource | undefined => {
  const id = value?.Ref ?? value?.['Fn::GetAtt']?.[0];
  return resources.find((resource) => resource.stack === from.stack && resource.id === id);
};
const isDefined = <T>(value: T | undefined): value is T => value !== undefined;

const deadLetterQueues = (resources: readonly Resource[]): Resource[] =>
  resources
    .flatMap((resource) => {
      const { RedrivePolicy, DestinationConfig } = resource.properties;
      const queue = resource.type === 'AWS::SQS::Queue' ? RedrivePolicy?.deadLetterTargetArn : undefined;
      return [queue, DestinationConfig?.OnFailure?.Destination].map((value) => target(resources, resource, value));
    })
    .filter(isDefined);

const statements = (resources: readonly Resource[]): { from: Resource; statement: any }[] =>
  resources.flatMap((from) => {
    const { Policies, PolicyDocument, AssumeRolePolicyDocument } = from.properties;
    const inline = Array.isArray(Policies) ? Policies.map((policy: any) => policy.PolicyDocument) : [];
    const documents = [...inline, PolicyDocument, AssumeRolePolicyDocument].filter(isDefined);
    return documents.flatMap(({ Statement }) => [Statement].flat().map((statement) => ({ from, statement })));
  });
const allowed = (resources: readonly Resource[]) => statements(resources).filter(({ statement }) => statement.Effect === 'Allow');

const mappings = (resources: readonly Resource[]) =>
  ofType(resources, 'Lambda::EventSourceMapping').map((mapping) => ({
    mapping,
    lambda: target(resources, mapping, mapping.properties.FunctionName),
    queue: target(resources, mapping, mapping.properties.EventSourceArn),
  }));

/** The laws, by what they say. */
export const laws = {
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
      .filter(({ properties }) => properties.MessageRetentionPeriod !== 14 * 24 * 60 * 60)
      .map(where),
  ],

  'every dead-letter queue has an alarm that rings at its first message': (resources) =>
    deadLetterQueues(resources)
      .filter((queue) => {
        const rings = ({ properties }: Resource) =>
          properties.MetricName === 'ApproximateNumberOfMessagesVisible' &&
          properties.Threshold === 1 &&
          properties.Dimensions.some(({ Value }: any) => Value?.['Fn::GetAtt']?.[0] === queue.id);
        return !ofType(resources, 'CloudWatch::Alarm').some((alarm) => alarm.stack === queue.stack && rings(alarm));
      })
      .map(where),

  'every alarm tells somebody, and what to do': (resources) =>
    ofType(resources, 'CloudWatch::Alarm')
      .filter(({ properties }) => !(properties.AlarmActions?.length > 0) || !properties.AlarmDescription)
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

  'every function has an alarm for its failures': (resources) =>
    ofType(resources, 'Lambda::Function')
      .filter(
        (lambda) =>
          !ofType(resources, 'CloudWatch::Alarm').some(
            ({ stack, properties }) =>
              stack === lambda.stack &&
              properties.MetricName === 'Errors' &&
              properties.Dimensions.some(({ Value }: any) => Value?.Ref === lambda.id),
          ),
      )
      .map(where),

  'every function has a role of its own': (resources) => {
    const lambdas = ofType(resources, 'Lambda::Function');
    const roles = lambdas.map((lambda) => target(resources, lambda, lambda.properties.Role));
    return lambdas.filter((_, n) => !roles[n] || roles.indexOf(roles[n]) !== n).map(where);
  },

  'every function has a log of its own that forgets': (resources) => {
    const lambdas = ofType(resources, 'Lambda::Function');
    const logs = lambdas.map((lambda) => target(resources, lambda, lambda.properties.LoggingConfig?.LogGroup));
    return lambdas.filter((_, n) => !logs[n]?.properties.RetentionInDays || logs.indexOf(logs[n]) !== n).map(where);
  },

  'nobody is allowed an action or a resource by a star': (resources) =>
    allowed(resources)
      .filter(({ statement }) => {
        // Objects of a bucket have no ARNs of their own: below a prefix they may be meant by a star.
        const isOfObjects = [statement.Action].flat().every((action: string) => /^s3:(Get|Put)Object$/.test(action));
        const resource = JSON.stringify(statement.Resource ?? '').replace(
          isOfObjects ? /\/(recordings|incoming|20\?\?)\/\*/g : /$^/,
          '',
        );
        return /\*/.test(JSON.stringify([statement.Action, statement.NotAction]) + resource);
      })
      .map(({ from }) => where(from)),

  'only an AWS service is let in from outside, and only on behalf of something of ours': (resources) => [
    ...ofType(resources, 'Lambda::Permission')
      .filter(({ properties }) => !properties.SourceArn)
      .map(where),
    ...statements(resources)
      .filter(({ from, statement: { Effect, Principal, Condition, Action } }) => {
        if (Effect !== 'Allow' || !Principal) return false;
        const assumes = from.type === 'AWS::IAM::Role' && Action === 'sts:AssumeRole';
        return !Principal.Service || !(assumes || JSON.stringify(Condition ?? {}).includes('aws:SourceArn'));
      })
      .map(({ from }) => where(from)),
  ],

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

  'queues and tables are encrypted, and tables can be set back': (resources) => [
    ...ofType(resources, 'SQS::Queue')
      .filter(({ properties }) => properties.SqsManagedSseEnabled !== true)
      .map(where),
    ...ofType(resources, 'DynamoDB::Table')
      .filter(
        ({ properties }) =>
          properties.SSESpecification?.SSEEnabled !== true ||
          properties.PointInTimeRecoverySpecification?.PointInTimeRecoveryEnabled !== true,
      )
      .map(where),
  ],

  'queues and topics refuse plain http': (resources) => {
    const guarded = new Set(
      statements(resources)
        .filter(
          ({ statement: { Effect, Condition } }) => Effect === 'Deny' && Condition?.Bool?.['aws:SecureTransport'] === 'false',
        )
        .flatMap(({ from }) =>
          [...(from.properties.Queues ?? []), ...(from.properties.Topics ?? [])].map(({ Ref }) => `${from.stack}/${Ref}`),
        ),
    );
    return ofType(resources, 'SQS::Queue', 'SNS::Topic')
      .map(where)
      .filter((name) => !guarded.has(name));
  },

  'buckets are private, encrypted, refuse plain http, and forget': (resources) => {
    const guarded = ofType(resources, 'S3::BucketPolicy')
      .filter(({ properties }) => JSON.stringify(properties.PolicyDocument).includes('"aws:SecureTransport":"false"'))
      .map((policy) => target(resources, policy, policy.properties.Bucket)?.id);
    return ofType(resources, 'S3::Bucket')
      .filter(
        ({ id, properties }) =>
          Object.values(properties.PublicAccessBlockConfiguration ?? {}).filter((blocked) => blocked === true).length !== 4 ||
          !properties.BucketEncryption ||
          !properties.LifecycleConfiguration?.Rules.some(({ ExpirationInDays }: any) => ExpirationInDays > 0) ||
          !guarded.includes(id),
      )
      .map(where);
  },

  'the fallback door has no table behind it': (resources) =>
    ofType(resources, 'IAM::Role')
      .filter(({ properties }) => properties.Description === 'What take-message may do')
      .filter(({ properties }) => /dynamodb/.test(JSON.stringify(properties)))
      .map(where),

  'functions run on Node 24, on arm64': (resources) =>
    ofType(resources, 'Lambda::Function')
      .filter(({ properties }) => properties.Runtime !== 'nodejs24.x' || properties.Architectures?.[0] !== 'arm64')
      .map(where),
} satisfies Record<string, Law>;
