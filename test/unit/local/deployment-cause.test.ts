import { describe, expect, it } from 'vitest';
import { causeIn } from '#local/deployment-cause.ts';

describe('the cause of a failed cdk command', () => {
  it('is the reason of the resource that failed', () => {
    const output = [
      'hotline-dev-data: creating stack...',
      'hotline-dev-data |   1 | 8:46:36 AM | ROLLBACK_COMPLETE       | AWS::CloudFormation::Stack  | hotline-dev-data Rollback complete',
      'hotline-dev-data |   2 | 8:46:36 AM | CREATE_FAILED           | AWS::Cognito::UserPoolGroup | G UserPool us-east-1_x not found',
      '❌  hotline-dev-data failed to deploy',
      '‣ DeploymentError: Resource updates failed:',
    ].join('\n');
    expect(causeIn(output)).toBe('hotline-dev-data: AWS::Cognito::UserPoolGroup G UserPool us-east-1_x not found');
  });

  it('is the refusal of the whole template', () => {
    const output =
      '❌  hotline-dev-data failed to deploy\n‣ ValidationError: Template format error: Unrecognized resource types: [X]';
    expect(causeIn(output)).toBe('Template format error: Unrecognized resource types: [X]');
  });

  it('is the file that could not be uploaded', () => {
    expect(causeIn("hotline-dev-data: fail: Bucket named 'b' exists, but we dont have access to it.\n‣ AggregateError: ")).toBe(
      "hotline-dev-data: Bucket named 'b' exists, but we dont have access to it.",
    );
  });

  it('is the whole message of an app that throws, without its stack trace and colours', () => {
    const output =
      'file:///app.mjs:1\nthrow new Error();\n      ^\n\n\u001b[31mError: config/linzi has a problem:\u001b[0m\n  areas.yaml:3: no such parent\n    at file:///app.mjs:1:7';
    expect(causeIn(output)).toBe('config/linzi has a problem: areas.yaml:3: no such parent');
  });

  it('is the rule that the stacks break, and where', () => {
    const output =
      'file:/infra/queue.ts:22:5\nERROR The queue has no DLQ. (AwsSolutions)\n   service/Queue\n\nSynthesis finished with errors';
    expect(causeIn(output)).toBe('The queue has no DLQ. (AwsSolutions) service/Queue');
  });

  it('is the last line when nothing in it is known', () => {
    expect(causeIn('one\ntwo\n')).toBe('two');
    expect(causeIn('')).toBe('it said nothing');
  });
});
