import { describe, expect, it } from 'vitest';
import { synthesise } from './synthesised.ts';

/** Properties that name something for the whole account and region. */
const NAMES =
  /^(.*(Queue|Topic|Alarm|Dashboard|Function|Role|Table|Bucket|LogGroup|Rule|Pool|Stack|Policy)Name|Name|MetricName)$/;
/** Names of AWS' own, or within something that has a name: CloudWatch's metrics, an API's stage and authorizer, indexes of a table. */
const OWN = /^(AWS::ApiGatewayV2::Authorizer|AWS::CloudWatch::Alarm\.MetricName)/;

/** Everything that two deployments in one account could both want to have: stacks, exports, and names. */
const namesOf = (context: Record<string, string>): string[] => {
  const { templates, resources } = synthesise(context);
  const exported = Object.values(templates).flatMap(({ Outputs = {} }) =>
    Object.values<any>(Outputs).flatMap(({ Export }) => (Export ? [`export ${Export.Name}`] : [])),
  );
  const named = resources.flatMap(({ type, properties }) =>
    Object.entries(properties)
      .filter(([key, value]) => NAMES.test(key) && typeof value === 'string' && !OWN.test(`${type}.${key}`))
      .map(([key, value]) => `${type} ${key} ${value}`),
  );
  const metrics = resources.flatMap(({ properties }) =>
    (properties.MetricTransformations ?? []).map((one: any) => `metric ${one.MetricNamespace} ${one.MetricName}`),
  );
  return [...Object.keys(templates).map((name) => `stack ${name}`), ...exported, ...named, ...metrics];
};

describe('names', () => {
  const linzi = namesOf({ stage: 'prod', district: 'linzi' });

  it.each([
    ['another district', { stage: 'prod', district: 'example' }],
    ['another stage', { stage: 'dev', district: 'linzi' }],
  ])('are shared with no deployment of %s', (_, context) => {
    const taken = new Set(linzi);
    expect(namesOf(context).filter((name) => taken.has(name))).toEqual([]);
  });

  it('carry stage and district, each of them', () => {
    for (const kind of ['stack', 'export', 'AWS::SQS::Queue', 'AWS::SNS::Topic', 'AWS::CloudWatch::Alarm', 'metric'])
      expect(
        linzi.some((name) => name.startsWith(kind)),
        kind,
      ).toBe(true);
    expect(linzi.filter((name) => !name.includes('hotline-prod-linzi-'))).toEqual([]);
  });
});
