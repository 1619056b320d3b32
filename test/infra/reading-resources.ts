import type { Resource } from './synthesised.ts';

/** Looks at all resources of all stacks; gives one line for each that breaks the law. */
export type Law = (resources: readonly Resource[]) => string[];

export const where = ({ stack, id }: Resource): string => `${stack}/${id}`;

export const ofType = (resources: readonly Resource[], ...types: string[]): Resource[] =>
  resources.filter(({ type }) => types.includes(`${type.replace('AWS::', '')}`));

export const isDefined = <T>(value: T | undefined): value is T => value !== undefined;

/** The resource to which a Ref or GetAtt points, in the same stack or in the one that exports it. */
export const target = (resources: readonly Resource[], from: Resource, value: any): Resource | undefined => {
  const id = value?.Ref ?? value?.['Fn::GetAtt']?.[0];
  return resources.find((resource) => resource.stack === (value?.stack ?? from.stack) && resource.id === id);
};

/** The queues in which something ends that could not be used or delivered. */
export const deadLetterQueues = (resources: readonly Resource[]): Resource[] =>
  resources
    .flatMap((resource) => {
      const { RedrivePolicy, DestinationConfig, Targets } = resource.properties;
      const ofTargets = resource.type === 'AWS::Events::Rule' ? Targets.map((one: any) => one.DeadLetterConfig?.Arn) : [];
      const named = [RedrivePolicy?.deadLetterTargetArn, DestinationConfig?.OnFailure?.Destination, ...ofTargets];
      return named.map((value) => target(resources, resource, value));
    })
    .filter(isDefined);

/** The alarms on a metric of one resource, of all metrics when none is named. */
export const alarmsOn = (resources: readonly Resource[], { stack, id }: Resource, metric?: string): Resource[] =>
  ofType(resources, 'CloudWatch::Alarm').filter(
    ({ stack: at, properties }) =>
      (metric === undefined || properties.MetricName === metric) &&
      (properties.Dimensions ?? []).some(
        ({ Value }: any) => (Value?.stack ?? at) === stack && (Value?.Ref ?? Value?.['Fn::GetAtt']?.[0]) === id,
      ),
  );

/** Every statement of every policy, with the resource in which it stands. */
export const statements = (resources: readonly Resource[]): { from: Resource; statement: any }[] =>
  resources.flatMap((from) => {
    const { Policies, PolicyDocument, AssumeRolePolicyDocument } = from.properties;
    const inline = Array.isArray(Policies) ? Policies.map((policy: any) => policy.PolicyDocument) : [];
    const documents = [...inline, PolicyDocument, AssumeRolePolicyDocument].filter(isDefined);
    return documents.flatMap(({ Statement }) => [Statement].flat().map((statement) => ({ from, statement })));
  });

export const allowed = (resources: readonly Resource[]) =>
  statements(resources).filter(({ statement }) => statement.Effect === 'Allow');

/** What feeds which function; without a queue it is the table's stream. */
export const mappings = (resources: readonly Resource[]) =>
  ofType(resources, 'Lambda::EventSourceMapping').map((mapping) => {
    const source = target(resources, mapping, mapping.properties.EventSourceArn);
    return {
      mapping,
      lambda: target(resources, mapping, mapping.properties.FunctionName),
      queue: source?.type === 'AWS::SQS::Queue' ? source : undefined,
    };
  });
