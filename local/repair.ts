import { ApiGatewayV2Client, UpdateApiCommand } from '@aws-sdk/client-apigatewayv2';
import { DescribeTimeToLiveCommand, DynamoDBClient, UpdateTimeToLiveCommand } from '@aws-sdk/client-dynamodb';
import { LambdaClient, PutFunctionConcurrencyCommand, UpdateFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { PutBucketLifecycleConfigurationCommand, S3Client } from '@aws-sdk/client-s3';
import { GetScheduleCommand, SchedulerClient, UpdateScheduleCommand } from '@aws-sdk/client-scheduler';
import { lifecycleRulesOf } from './bucket-lifecycle.ts';
import type { DeployedStack } from './deployed-resources.ts';
import { localClientConfig } from './endpoint.ts';
import { resolveValue } from './intrinsics.ts';
import { findLostProperties, type RepairableType } from './lost-properties.ts';
import { PlainFailure } from './plain-failure.ts';

type Repair = (
  physicalId: string,
  lost: Readonly<Record<string, unknown>>,
  all: Readonly<Record<string, unknown>>,
) => Promise<void>;

function repairsThrough(endpoint: string): Record<RepairableType, Repair> {
  const config = localClientConfig(endpoint);
  const dynamodb = new DynamoDBClient(config);
  const lambda = new LambdaClient(config);
  const api = new ApiGatewayV2Client(config);
  const scheduler = new SchedulerClient(config);
  const s3 = new S3Client(config);

  const timeToLive: Repair = async (table, lost) => {
    const wanted = lost.TimeToLiveSpecification as { AttributeName: string; Enabled: boolean };
    const { TimeToLiveDescription: now } = await dynamodb.send(new DescribeTimeToLiveCommand({ TableName: table }));
    // Setting what is already set is refused.
    if (
      (now?.TimeToLiveStatus === 'ENABLED') === wanted.Enabled &&
      (!wanted.Enabled || now?.AttributeName === wanted.AttributeName)
    )
      return;
    await dynamodb.send(new UpdateTimeToLiveCommand({ TableName: table, TimeToLiveSpecification: wanted }));
  };

  return {
    'AWS::DynamoDB::Table': timeToLive,
    'AWS::DynamoDB::GlobalTable': timeToLive,
    'AWS::ApiGatewayV2::Api': async (ApiId, lost) => {
      await api.send(new UpdateApiCommand({ ApiId, CorsConfiguration: lost.CorsConfiguration as never }));
    },
    'AWS::Lambda::Function': async (FunctionName, lost) => {
      if (lost.ReservedConcurrentExecutions !== undefined) {
        const ReservedConcurrentExecutions = Number(lost.ReservedConcurrentExecutions);
        await lambda.send(new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions }));
      }
      if (lost.DeadLetterConfig !== undefined) {
        const DeadLetterConfig = lost.DeadLetterConfig as { TargetArn: string };
        await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName, DeadLetterConfig }));
      }
    },
    'AWS::Scheduler::Schedule': async (physicalId, lost, all) => {
      const Name = physicalId.split('/').at(-1);
      const GroupName = all.GroupName === undefined ? 'default' : String(all.GroupName);
      // An update replaces the whole schedule, so what is there goes in again.
      const now = await scheduler.send(new GetScheduleCommand({ Name, GroupName }));
      const { ScheduleExpression, Target, FlexibleTimeWindow, State, Description, KmsKeyArn, ActionAfterCompletion } = now;
      const { StartDate, EndDate, ScheduleExpressionTimezone } = lost;
      await scheduler.send(
        new UpdateScheduleCommand({
          ...{
            Name,
            GroupName,
            ScheduleExpression,
            Target,
            FlexibleTimeWindow,
            State,
            Description,
            KmsKeyArn,
            ActionAfterCompletion,
          },
          ...(StartDate ? { StartDate: new Date(String(StartDate)) } : {}),
          ...(EndDate ? { EndDate: new Date(String(EndDate)) } : {}),
          ...(ScheduleExpressionTimezone ? { ScheduleExpressionTimezone: String(ScheduleExpressionTimezone) } : {}),
        }),
      );
    },
    'AWS::S3::Bucket': async (Bucket, lost) => {
      const LifecycleConfiguration = { Rules: lifecycleRulesOf(lost.LifecycleConfiguration) };
      await s3.send(new PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration }));
    },
  };
}

/**
 * Sets, through the public APIs, the properties that the emulator's CloudFormation dropped; needed after every deployment,
 * harmless when repeated or on an AWS that drops nothing. Gives how many resources it set. Throws for what it can't set.
 */
export async function repairStacks(endpoint: string, stacks: readonly DeployedStack[]): Promise<number> {
  const repairs = repairsThrough(endpoint);
  const done = stacks.flatMap(({ template, values }) =>
    findLostProperties(template).map(async ({ logicalId, type, properties, conditional }) => {
      const deployed = values.resources.get(logicalId);
      if (!deployed && conditional) return 0;
      if (!deployed) throw new PlainFailure(`${values.stackName}: ${logicalId} was not deployed, so it can't be repaired.`);
      const all = template.Resources[logicalId]?.Properties ?? {};
      const lost = resolveValue(properties, values) as Record<string, unknown>;
      const group = resolveValue({ GroupName: all.GroupName }, values) as Record<string, unknown>;
      await repairs[type](deployed.physicalId, lost, group);
      return 1;
    }),
  );
  return (await Promise.all(done)).reduce((sum: number, one) => sum + one, 0);
}
