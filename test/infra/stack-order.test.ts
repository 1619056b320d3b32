import { describe, expect, it } from 'vitest';
import { alarmsOn, ofType, statements, target } from './reading-resources.ts';
import { type Resource, synthesise } from './synthesised.ts';

const { resources, dependencies, templates } = synthesise();

/** Every stack that is deployed before this one. */
const before = (stack: string): Set<string> =>
  new Set((dependencies[stack] ?? []).flatMap((earlier) => [earlier, ...before(earlier)]));

const subscriptions = ofType(resources, 'SNS::Subscription').filter(({ properties }) => properties.Protocol === 'sqs');

/** Roles that may publish to the topic, or write tickets, whose events are published. */
const speakers = statements(resources)
  .filter(({ from, statement }) => {
    const { Effect, Action, Resource: on } = statement;
    // Another test says that who may publish to all but topics publishes to none: that is how codes are texted.
    if (from.type !== 'AWS::IAM::Role' || Effect !== 'Allow' || on === undefined) return false;
    const isTickets = [on].flat().some((one) => /^Tickets/.test(target(resources, from, one)?.id ?? ''));
    return [Action].flat().some((action) => action === 'sns:Publish' || (isTickets && /:(Put|Update)Item$/.test(action)));
  })
  .map(({ from }) => from);

const isLanes = (stack: string): boolean => stack.includes('-lanes-');

describe('listeners before speakers', () => {
  it('whoever publishes or writes tickets is deployed after every subscriber, but for the lanes', () => {
    expect(new Set(speakers.map(({ stack }) => stack)).size).toBeGreaterThan(2);
    const tooEarly = speakers
      .filter(({ stack }) => !isLanes(stack))
      .flatMap((speaker) =>
        subscriptions
          .filter(({ stack }) => !before(speaker.stack).has(stack))
          .map((listener) => `${speaker.stack}/${speaker.id} before ${listener.stack}/${listener.id}`),
      );
    expect(tooEarly).toEqual([]);
  });

  it('a lane speaks to itself alone, and only once it listens', () => {
    const ofLanes = ofType(resources, 'Lambda::EventSourceMapping').filter(({ stack }) => isLanes(stack));
    expect(ofLanes.length).toBeGreaterThan(0);
    for (const mapping of ofLanes) {
      const department = target(resources, mapping, mapping.properties.FunctionName)?.properties.Environment.Variables.DEPARTMENT;
      const heard = subscriptions.filter(
        ({ stack, id, properties: { FilterPolicy } }) =>
          stack === mapping.stack &&
          FilterPolicy.type.includes('assigned') &&
          FilterPolicy.department?.includes(department) &&
          mapping.dependsOn?.includes(id),
      );
      expect(heard, mapping.id).toHaveLength(1);
    }
    const others = subscriptions.filter(({ stack }) => !isLanes(stack));
    expect(others.filter(({ properties }) => properties.FilterPolicy.type.includes('assigned'))).toEqual([]);
  });

  it('a queue lets the topic in before it is subscribed', () => {
    for (const { stack, id, properties, dependsOn } of subscriptions) {
      const queue = target(resources, { stack } as Resource, properties.Endpoint);
      const policies = ofType(resources, 'SQS::QueuePolicy').filter(
        (policy) => policy.stack === stack && policy.properties.Queues.some(({ Ref }: any) => Ref === queue?.id),
      );
      expect(
        policies.map((policy) => policy.id).filter((policy) => dependsOn?.includes(policy)),
        id,
      ).toHaveLength(1);
    }
  });
});

describe('Linzi', () => {
  const alarms = ofType(resources, 'CloudWatch::Alarm');
  const ofLanes = resources.filter(({ stack }) => isLanes(stack));

  const service = resources.filter(({ stack }) => !isLanes(stack));

  const lanes = ofType(resources, 'SQS::Queue').filter(({ properties }) => /-routing-/.test(properties.QueueName));

  // Another test says that each route is an operation, a webhook or a page: those cost nothing by themselves.
  it('has at most 171 resources beside its lanes and its routes, and 13 in each lane', () => {
    const routes = ofType(resources, 'ApiGatewayV2::Route');
    const counts = Object.entries(templates).map(([name, { Resources = {} }]) => `${name} ${Object.keys(Resources).length}`);
    expect(service.length - routes.length, counts.join(', ')).toBeLessThanOrEqual(171);
    expect(ofLanes.length, counts.join(', ')).toBeLessThanOrEqual(13 * lanes.length);
  });

  it('has at most 19 alarms beside its lanes, and two for each', () => {
    const beside = alarms.filter(({ stack }) => !isLanes(stack));
    expect(beside.length, beside.map(({ properties }) => properties.AlarmName).join(', ')).toBeLessThanOrEqual(19);
    expect(alarms.length - beside.length).toBe(2 * lanes.length);
    for (const queue of lanes) expect(alarmsOn(resources, queue)).toHaveLength(1);
  });

  it('has no stack that is near what CloudFormation takes', () => {
    for (const [name, { Resources = {} }] of Object.entries(templates)) {
      expect(Object.keys(Resources).length, name).toBeLessThan(250);
    }
  });
});
