import { describe, expect, it } from 'vitest';
import type { Template } from '#local/assembly.ts';
import { lifecycleRulesOf } from '#local/bucket-lifecycle.ts';
import { findLostProperties } from '#local/lost-properties.ts';

const template = (
  Resources: Record<string, { Type: string; Properties?: Record<string, unknown>; Condition?: string }>,
): Template => ({
  Resources: Object.fromEntries(Object.entries(Resources).map(([id, resource]) => [id, { Properties: {}, ...resource }])),
});

describe('what a deployment to the emulator loses', () => {
  it('is exactly the dropped properties of each resource', () => {
    const lost = findLostProperties(
      template({
        Tickets: {
          Type: 'AWS::DynamoDB::Table',
          Properties: { BillingMode: 'PAY_PER_REQUEST', TimeToLiveSpecification: { AttributeName: 'expires', Enabled: true } },
        },
        Fn: { Type: 'AWS::Lambda::Function', Properties: { Timeout: 3, ReservedConcurrentExecutions: 2 }, Condition: 'IsBig' },
        Queue: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 30 } },
        Plain: { Type: 'AWS::DynamoDB::Table', Properties: { BillingMode: 'PAY_PER_REQUEST' } },
      }),
    );
    expect(lost).toEqual([
      {
        logicalId: 'Tickets',
        type: 'AWS::DynamoDB::Table',
        properties: { TimeToLiveSpecification: { AttributeName: 'expires', Enabled: true } },
        conditional: false,
      },
      { logicalId: 'Fn', type: 'AWS::Lambda::Function', properties: { ReservedConcurrentExecutions: 2 }, conditional: true },
    ]);
  });

  it('can not be told of a nested stack, which is refused', () => {
    expect(() => findLostProperties(template({ Inner: { Type: 'AWS::CloudFormation::Stack' } }))).toThrow(
      'Inner is a nested stack',
    );
  });
});

describe("a bucket's lifecycle", () => {
  it('becomes rules as S3 takes them', () => {
    expect(lifecycleRulesOf({ Rules: [{ Id: 'a', Status: 'Enabled', Prefix: 'r/', ExpirationInDays: 30 }] })).toEqual([
      { ID: 'a', Status: 'Enabled', Filter: { Prefix: 'r/' }, Expiration: { Days: 30 } },
    ]);
  });

  it('is refused when a rule says what is not known', () => {
    expect(() => lifecycleRulesOf({ Rules: [{ Status: 'Enabled', Transitions: [] }] })).toThrow('Transitions');
  });
});
