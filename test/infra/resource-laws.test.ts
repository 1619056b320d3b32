import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack, Validations } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { operations } from '#contracts/http/operations.ts';
import { pageRoutes } from '#contracts/pages/page-routes.ts';
import { webhooks } from '#contracts/webhooks/webhooks.ts';
import { laws } from './laws.ts';
import type { Law } from './reading-resources.ts';
import { type Resource, synthesise } from './synthesised.ts';

const { app, resources } = synthesise();

/** For each law a change of one resource that breaks it. */
const violations: Record<keyof typeof laws, { of: string; change: (properties: any) => void }> = {
  'every queue has a dead-letter queue or is one': {
    of: 'AWS::SQS::Queue',
    change: (queue) => delete queue.RedrivePolicy,
  },
  'a message is delivered at least three times before it is a dead letter, which is kept for 14 days': {
    of: 'AWS::SQS::Queue',
    change: (queue) => {
      queue.RedrivePolicy.maxReceiveCount = 1;
    },
  },
  'every dead-letter queue has an alarm that rings at its first message': {
    of: 'AWS::CloudWatch::Alarm',
    change: (alarm) => {
      alarm.Threshold = 2;
    },
  },
  'every alarm tells somebody, and what to do': { of: 'AWS::CloudWatch::Alarm', change: (alarm) => delete alarm.AlarmActions },
  'an alarm that sends dead letters back names their queue and the real AWS': {
    of: 'AWS::CloudWatch::Alarm',
    change: (alarm) => {
      alarm.AlarmDescription = alarm.AlarmDescription.replace(' --aws', '');
    },
  },
  'CloudWatch may ring at the topic of every alarm': {
    of: 'AWS::SNS::TopicPolicy',
    change: ({ PolicyDocument }) => PolicyDocument.Statement.pop(),
  },
  'every failure of a function is noticed within an hour: by its own alarm, or by one on what feeds it': {
    of: 'AWS::CloudWatch::Alarm',
    change: (alarm) => {
      alarm.MetricName = 'Throttles';
    },
  },
  'what is seen by its failures alone also rings when it does not run': {
    of: 'AWS::CloudWatch::Alarm',
    change: (alarm) => {
      alarm.TreatMissingData = 'notBreaching';
    },
  },
  'a dead-letter queue keeps at least two days longer than its sources': {
    of: 'AWS::SQS::Queue',
    change: (queue) => {
      queue.MessageRetentionPeriod = queue.RedrivePolicy && 14 * 24 * 60 * 60;
    },
  },
  'what waits for people rings at least two days before SQS forgets it, but for work, which stands in lists': {
    of: 'AWS::CloudWatch::Alarm',
    change: (alarm) => {
      alarm.Threshold = 12 * 24 * 60 * 60;
    },
  },
  'where there is work, its alarm rings for tickets whose time runs out unaccepted': {
    of: 'AWS::Logs::MetricFilter',
    change: (filter) => {
      filter.FilterPattern = '{ $.level = "info" }';
    },
  },
  'a queue has one policy, and each of its statements one resource, as SQS wants it': {
    of: 'AWS::SQS::QueuePolicy',
    change: ({ PolicyDocument }) => {
      PolicyDocument.Statement[0].Resource = PolicyDocument.Statement.map(({ Resource }: any) => Resource);
    },
  },
  'every function has a role of its own': {
    of: 'AWS::Lambda::Function',
    change: (lambda) => {
      lambda.Role = { 'Fn::GetAtt': [resources.find(({ type }) => type === 'AWS::IAM::Role')?.id, 'Arn'] };
    },
  },
  'every function has a log of its own that forgets': { of: 'AWS::Logs::LogGroup', change: (log) => delete log.RetentionInDays },
  'nobody is allowed an action or a resource by a star': {
    of: 'AWS::IAM::Role',
    change: (role) => {
      role.Policies[0].PolicyDocument.Statement[0].Action = 'dynamodb:*';
    },
  },
  'only an AWS service is let in from outside, and only on behalf of something of ours': {
    of: 'AWS::SQS::QueuePolicy',
    change: ({ PolicyDocument }) => PolicyDocument.Statement.push({ Effect: 'Allow', Principal: '*', Action: 'sqs:SendMessage' }),
  },
  "a queue hides a message for six times its consumer's timeout": {
    of: 'AWS::Lambda::Function',
    change: (lambda) => {
      lambda.Timeout = 300;
    },
  },
  'messages fail one by one, and no consumer takes all there is': {
    of: 'AWS::Lambda::EventSourceMapping',
    change: (mapping) => delete mapping.ScalingConfig,
  },
  'the stream wakes its reader for events only, halves a bad batch, and says what it gave up': {
    of: 'AWS::Lambda::EventSourceMapping',
    change: (mapping) => delete mapping.FilterCriteria,
  },
  'every subscription takes bare messages of named types, and keeps what it could not deliver': {
    of: 'AWS::SNS::Subscription',
    change: (subscription) => delete subscription.FilterPolicy.type,
  },
  'queues and tables are encrypted, and tables can be set back': {
    of: 'AWS::DynamoDB::Table',
    change: (table) => delete table.PointInTimeRecoverySpecification,
  },
  'queues and topics refuse plain http': {
    of: 'AWS::SNS::TopicPolicy',
    change: ({ PolicyDocument }) => PolicyDocument.Statement.splice(0),
  },
  'buckets are private, encrypted, refuse plain http, and forget': {
    of: 'AWS::S3::Bucket',
    change: (bucket) => delete bucket.LifecycleConfiguration,
  },
  'an index holds no more attributes beside its keys than DynamoDB takes': {
    of: 'AWS::DynamoDB::Table',
    change: (table) => {
      const [index] = table.GlobalSecondaryIndexes ?? [];
      if (index) index.Projection.NonKeyAttributes = Array.from({ length: 21 }, (_, n) => `a${n}`);
    },
  },
  'a telephone number is one account, and nothing else is asked of a person': {
    of: 'AWS::Cognito::UserPool',
    change: (pool) => delete pool.UsernameConfiguration,
  },
  'who signs up or takes another number shows by a code that it is theirs, and a pool that nobody signs up at texts nobody': {
    of: 'AWS::Cognito::UserPool',
    change: (pool) => delete pool.AutoVerifiedAttributes,
  },
  'all but something is allowed for codes by text alone: they go to no topic, and are of the pool with the external id': {
    of: 'AWS::IAM::Role',
    change: ({ AssumeRolePolicyDocument }) =>
      delete AssumeRolePolicyDocument.Statement[0].Condition.StringEquals['sts:ExternalId'],
  },
  'every route has a limit of its own: that of the API behind a token and for the pages, a low one where the API is open, that of the phone for its webhooks':
    {
      of: 'AWS::ApiGatewayV2::Route',
      change: (route) => {
        route.RouteKey = 'GET /forgotten';
      },
    },
  'all routes together fit into an account, so that a flood of the API leaves the phone what is its own': {
    of: 'AWS::ApiGatewayV2::Stage',
    change: ({ RouteSettings }) => {
      RouteSettings['GET /tickets'].ThrottlingRateLimit = 10_000;
    },
  },
  'a stage is made after the routes that it names, and measures each': {
    of: 'AWS::ApiGatewayV2::Stage',
    change: ({ RouteSettings }) => delete RouteSettings['GET /tickets'].DetailedMetricsEnabled,
  },
  'the fallback door has no table behind it': {
    of: 'AWS::IAM::Role',
    change: (role) => {
      role.Policies[0].PolicyDocument.Statement[0].Action = 'dynamodb:GetItem';
    },
  },
  'functions run on Node 24, on arm64': { of: 'AWS::Lambda::Function', change: (lambda) => delete lambda.Architectures },
};

/** Tries the change on one resource after the other, each time on a fresh copy, until the law says something. */
const isFound = (law: Law, { of, change }: { of: string; change: (properties: any) => void }): boolean =>
  resources.some((resource, n) => {
    if (resource.type !== of) return false;
    const copy: Resource = structuredClone(resource);
    try {
      change(copy.properties);
    } catch {
      return false;
    }
    return law(resources.with(n, copy)).length > 0;
  });

describe.each(Object.keys(laws) as (keyof typeof laws)[])('%s', (name) => {
  it('holds', () => expect(laws[name](resources)).toEqual([]));
  it('does not hold when it is broken', () => expect(isFound(laws[name], violations[name])).toBe(true));
});

/** What CloudFormation replaces, with all that is in it, when its logical id changes. */
const STATEFUL =
  /::(DynamoDB::Table|Cognito::UserPool|Cognito::UserPoolClient|SecretsManager::Secret|S3::Bucket|SQS::Queue|SNS::Topic|ApiGatewayV2::Api)$/;

it('what holds something keeps its logical id', () => {
  // One lane stands for all.
  const looked = resources.filter(({ stack, id }) => !stack.includes('-lanes-') || /^water[A-Z]/.test(id));
  const ids = looked.filter(({ type }) => STATEFUL.test(type)).map(({ stack, id, type }) => `${stack}/${id} ${type}`);
  const committed: unknown = JSON.parse(readFileSync('test/infra/stateful-logical-ids.json', 'utf8'));
  // Change the list only together with a plan for what the old ones hold.
  expect(ids.sort()).toEqual(committed);
});

const broken = (app: App): string[] => {
  const { violations } = new AwsSolutionsChecks().validateScope(app);
  return violations.flatMap(({ ruleName, violatingResources }) =>
    violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath}`),
  );
};

describe('the rules of AwsSolutions', () => {
  it('are kept', () => expect(broken(app)).toEqual([]));

  it('find what breaks them', () => {
    const bad = new App({ outdir: join(tmpdir(), 'hotline-bad-app') });
    new Queue(new Stack(bad, 'stack'), 'queue');
    rmSync(bad.outdir, { recursive: true });
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
    const open = operations.filter(({ isOpen }) => isOpen);
    const rules = acknowledged.map(({ rule }) => rule.replace(/\[.*$/, '').replace(/^.*::/, '')).sort();
    expect(rules).toEqual([
      // One for each webhook, one for each route of the pages, and one for each operation that is open.
      ...Array.from({ length: webhooks.length + pageRoutes.length + open.length }, () => 'AwsSolutions-APIG4'),
      // Residents choose a password without a riddle of signs.
      'AwsSolutions-COG1',
      'AwsSolutions-COG2',
      'AwsSolutions-COG8',
      // One for each prefix that a function may do something below.
      ...Array.from({ length: 9 }, () => 'AwsSolutions-IAM5'),
      'AwsSolutions-S1',
      // One for each phone provider that signs, and one for the deployment itself.
      ...['AwsSolutions-SMG4', 'AwsSolutions-SMG4', 'AwsSolutions-SMG4'],
      'AwsSolutions-SQS3',
    ]);
  });
});
