import { ApiGatewayV2Client, GetApiCommand } from '@aws-sdk/client-apigatewayv2';
import { CloudFormationClient, CreateStackCommand, waitUntilStackCreateComplete } from '@aws-sdk/client-cloudformation';
import { DescribeTimeToLiveCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetBucketLifecycleConfigurationCommand, S3Client } from '@aws-sdk/client-s3';
import { GetScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DeployedStack, readDeployedStacks } from '#local/deployed-resources.ts';
import { type Emulator, startEmulator } from '#local/emulator.ts';
import { localClientConfig } from '#local/endpoint.ts';
import { repairStacks } from '#local/repair.ts';

const StackName = 'repaired';
const template = {
  Resources: {
    Tickets: {
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
        AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
        TimeToLiveSpecification: { AttributeName: 'expires', Enabled: true },
      },
    },
    Api: {
      Type: 'AWS::ApiGatewayV2::Api',
      Properties: { Name: 'api', ProtocolType: 'HTTP', CorsConfiguration: { AllowOrigins: ['https://a.example'], MaxAge: 60 } },
    },
    Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'repaired-queue' } },
    Schedule: {
      Type: 'AWS::Scheduler::Schedule',
      Properties: {
        Name: 'repaired-schedule',
        ScheduleExpression: 'rate(1 minute)',
        ScheduleExpressionTimezone: 'Asia/Shanghai',
        StartDate: '2030-01-01T00:00:00Z',
        FlexibleTimeWindow: { Mode: 'OFF' },
        Target: { Arn: { 'Fn::GetAtt': ['Queue', 'Arn'] }, RoleArn: 'arn:aws:iam::000000000000:role/any' },
      },
    },
    Recordings: {
      Type: 'AWS::S3::Bucket',
      Properties: { LifecycleConfiguration: { Rules: [{ Status: 'Enabled', ExpirationInDays: 30 }] } },
    },
  },
};

let emulator: Emulator;
let stacks: DeployedStack[];
beforeAll(async () => {
  emulator = await startEmulator();
  const client = new CloudFormationClient(localClientConfig(emulator.endpoint));
  await client.send(new CreateStackCommand({ StackName, TemplateBody: JSON.stringify(template) }));
  await waitUntilStackCreateComplete({ client, maxWaitTime: 30, minDelay: 1, maxDelay: 1 }, { StackName });
  stacks = await readDeployedStacks(emulator.endpoint, [{ name: StackName, template }]);
});
afterAll(() => emulator?.stop());

const idOf = (logicalId: string): string => stacks[0]?.values.resources.get(logicalId)?.physicalId ?? '';

it.each(['once', 'and again'])('sets what the deployment dropped, %s', async () => {
  const config = localClientConfig(emulator.endpoint);
  expect(await repairStacks(emulator.endpoint, stacks)).toBe(4);

  const timeToLive = new DescribeTimeToLiveCommand({ TableName: idOf('Tickets') });
  const { TimeToLiveDescription } = await new DynamoDBClient(config).send(timeToLive);
  expect(TimeToLiveDescription).toEqual({ AttributeName: 'expires', TimeToLiveStatus: 'ENABLED' });

  const { CorsConfiguration } = await new ApiGatewayV2Client(config).send(new GetApiCommand({ ApiId: idOf('Api') }));
  expect(CorsConfiguration).toMatchObject({ AllowOrigins: ['https://a.example'], MaxAge: 60 });

  const schedule = await new SchedulerClient(config).send(new GetScheduleCommand({ Name: 'repaired-schedule' }));
  expect(schedule.StartDate).toEqual(new Date('2030-01-01T00:00:00Z'));
  expect(schedule.ScheduleExpressionTimezone).toBe('Asia/Shanghai');
  expect(schedule.Target?.Arn).toBe('arn:aws:sqs:us-east-1:000000000000:repaired-queue');

  const lifecycle = new GetBucketLifecycleConfigurationCommand({ Bucket: idOf('Recordings') });
  expect((await new S3Client(config).send(lifecycle)).Rules).toMatchObject([{ Status: 'Enabled', Expiration: { Days: 30 } }]);
});
