import { App, Stack, Validations } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { buildApp } from '../../infra/hotline-app.ts';

const broken = (app: App): string[] => {
  const { violations } = new AwsSolutionsChecks().validateScope(app);
  return violations.flatMap(({ ruleName, violatingResources }) => violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath}`));
};

describe('the rules of AwsSolutions', () => {
  const { app } = buildApp({}, { stackTraces: false });

  it('are kept', () => expect(broken(app)).toEqual([]));

  it('find what breaks them', () => {
    const bad = new App();
    new Queue(new Stack(bad, 'stack'), 'queue');
    expect(broken(bad).join()).toContain('AwsSolutions-SQS4 stack/queue/Resource');
  });

  it('are set aside for single resources only, each with a reason', () => {
    const acknowledged = app.node.findAll().flatMap((construct) =>
      construct.node.metadata
        .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
        .flatMap(({ data }) => Object.entries(data as Record<string, string>))
        .filter(([rule]) => rule.includes('AwsSolutions'))
        .map(([rule, reason]) => ({ rule, reason, construct })),
    );
    expect(acknowledged.length).toBeGreaterThan(0);
    for (const { reason, construct } of acknowledged) {
      expect(construct instanceof Stack || construct instanceof App, construct.node.path).toBe(false);
      expect(reason.length).toBeGreaterThan(30);
    }
    const rules = acknowledged.map(({ rule }) => rule.replace(/^.*::/, '')).sort();
    expect(rules).toEqual(['AwsSolutions-APIG4', 'AwsSolutions-COG2', 'AwsSolutions-COG8', 'AwsSolutions-SMG4', 'AwsSolutions-SQS3']);
  });
});
