import { ApiGatewayV2Client, UpdateApiCommand } from '@aws-sdk/client-apigatewayv2';
import { DescribeTimeToLiveCommand, DynamoDBClient, UpdateTimeToLiveCommand } from '@aws-sdk/client-dynamodb';
import { LambdaClient, PutFunctionConcurrencyCommand, UpdateFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { PutBucketLifecycleConfigurationCommand, S3Client } from '@aws-sdk/client-s3';
import { GetScheduleCommand, SchedulerClient, UpdateScheduleCommand } from '@aws-sdk/client-scheduler';
import { lifecycleRulesOf } from './bucket-lifecycle.ts';
import type { DeployedStack } from './deployed-resources.ts';
import { localClientConfig } from './endpoint.ts';
import { resolveValue } from './intrinsics.ts';
import { findLostProperties, type LostProperties, type RepairableType } from './lost-properties.ts';
import { PlainFailure } from './plain-failure.ts';

type Properties = Readonly<Record<string, unknown>>;

/** Sets what a resource lost; `all` holds the other properties that are needed for it. */
type Repair = (physicalId: string, lost: Properties, all: Properties) => Promise<void>;

type Config = ReturnType<typeof localClientConfig>;

const timeToLive = (config: Config): Repair => {
  const client = new DynamoDBClient(config);
  return async (TableName, { TimeToLiveSpecification }) => {
    const wanted = TimeToLiveSpecification as { AttributeName: string; Enabled: boolean };
    const { TimeToLiveDescription: now } = await client.send(new DescribeTimeToLiveCommand({ TableName }));
    const isEnabled = now?.TimeToLiveStatus === 'ENABLED';
    // Setting what is already set is refused.
    if (isEnabled === wanted.Enabled && (!isEnabled || now?.AttributeName === wanted.AttributeName)) return;
    await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification: wanted }));
  };
};

const crossOrigin = (config: Config): Repair => {
  const client = new ApiGatewayV2Client(config);
  return async (ApiId, { CorsConfiguration }) => {
    await client.send(new UpdateApiCommand({ ApiId, CorsConfiguration: CorsConfiguration as never }));
  };
};

const functionSettings = (config: Config): Repair => {
  const client = new LambdaClient(config);
  return async (FunctionName, lost) => {
    if (lost.ReservedConcurrentExecutions !== undefined) {
      const ReservedConcurrentExecutions = Number(lost.ReservedConcurrentExecutions);
      await client.send(new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions }));
    }
    if (lost.DeadLetterConfig !== undefined) {
      const DeadLetterConfig = lost.DeadLetterConfig as { TargetArn: string };
      await client.send(new UpdateFunctionConfigurationCommand({ FunctionName, DeadLetterConfig }));
    }
  };
};

const scheduleTimes = (config: Config): Repair => {
  const client = new SchedulerClient(config);
  return async (physicalId, { StartDate, EndDate, ScheduleExpressionTimezone }, all) => {
    const Name = physicalId.split('/').at(-1);
    const GroupName = all.GroupName === undefined ? 'default' : String(all.GroupName);
    // An update replaces the whole schedule, so what is there goes in again.
    const now = await client.send(new GetScheduleCommand({ Name, GroupName }));
    await client.send(
      new UpdateScheduleCommand({
        Name,
        GroupName,
        ScheduleExpression: now.ScheduleExpression,
        Target: now.Target,
        FlexibleTimeWindow: now.FlexibleTimeWindow,
        State: now.State,
        Description: now.Description,
        KmsKeyArn: now.KmsKeyArn,
        ActionAfterCompletion: now.ActionAfterCompletion,
        ...(StartDate ? { StartDate: new Date(String(StartDate)) } : {}),
        ...(EndDate ? { EndDate: new Date(String(EndDate)) } : {}),
        ...(ScheduleExpressionTimezone ? { ScheduleExpressionTimezone: String(ScheduleExpressionTimezone) } : {}),
      }),
    );
  };
};

const bucketLifecycle = (config: Config): Repair => {
  const client = new S3Client(config);
  return async (Bucket, lost) => {
    const LifecycleConfiguration = { Rules: lifecycleRulesOf(lost.LifecycleConfiguration) };
    await client.send(new PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration }));
  };
};

const repairsThrough = (config: Config): Record<RepairableType, Repair> => ({
  'AWS::DynamoDB::Table': timeToLive(config),
  'AWS::DynamoDB::GlobalTable': timeToLive(config),
  'AWS::ApiGatewayV2::Api': crossOrigin(config),
  'AWS::Lambda::Function': functionSettings(config),
  'AWS::Scheduler::Schedule': scheduleTimes(config),
  'AWS::S3::Bucket': bucketLifecycle(config),
});

/** Gives how many resources it set: one, or none when a conditional one was not deployed. */
const repairOne = async (
  repairs: Record<RepairableType, Repair>,
  { template, values }: DeployedStack,
  { logicalId, type, properties, conditional }: LostProperties,
): Promise<number> => {
  const deployed = values.resources.get(logicalId);
  if (!deployed && conditional) return 0;
  if (!deployed) throw new PlainFailure(`${values.stackName}: ${logicalId} was not deployed, so it can't be repaired.`);
  const { GroupName } = template.Resources[logicalId]?.Properties ?? {};
  const lost = resolveValue(properties, values) as Properties;
  const group = resolveValue({ GroupName }, values) as Properties;
  await repairs[type](deployed.physicalId, lost, group);
  return 1;
};

/**
 * Sets, through the public APIs, the properties that the emulator's CloudFormation dropped; needed after every deployment,
 * harmless when repeated or on an AWS that drops nothing. Gives how many resources it set. Throws for what it can't set.
 */
export const repairStacks = async (endpoint: string, stacks: readonly DeployedStack[]): Promise<number> => {
  const repairs = repairsThrough(localClientConfig(endpoint));
  const done = await Promise.all(
    stacks.flatMap((stack) => findLostProperties(stack.template).map((lost) => repairOne(repairs, stack, lost))),
  );
  return done.reduce((sum, one) => sum + one, 0);
};
