import type { Template, TemplateResource } from './assembly.ts';
import { PlainFailure } from './plain-failure.ts';

/** The properties that the emulator's CloudFormation drops, by resource type; local/repair.ts sets them. */
export const droppedProperties = {
  'AWS::DynamoDB::Table': ['TimeToLiveSpecification'],
  'AWS::DynamoDB::GlobalTable': ['TimeToLiveSpecification'],
  'AWS::ApiGatewayV2::Api': ['CorsConfiguration'],
  'AWS::Lambda::Function': ['ReservedConcurrentExecutions', 'DeadLetterConfig'],
  'AWS::Scheduler::Schedule': ['StartDate', 'EndDate', 'ScheduleExpressionTimezone'],
  'AWS::S3::Bucket': ['LifecycleConfiguration'],
} as const satisfies Record<string, readonly string[]>;

/** A type of resource of which the repair can set what was dropped. */
export type RepairableType = keyof typeof droppedProperties;

/** One resource that was deployed with less than its template says. */
export interface LostProperties {
  logicalId: string;
  type: RepairableType;
  /** Only the dropped ones, as the template has them, with their intrinsic functions. */
  properties: Readonly<Record<string, unknown>>;
  /** Such a resource may rightly be absent. */
  conditional: boolean;
}

const isRepairable = (type: string): type is RepairableType => type in droppedProperties;

const lostBy = (logicalId: string, resource: TemplateResource): LostProperties[] => {
  if (!isRepairable(resource.Type)) return [];
  const dropped: readonly string[] = droppedProperties[resource.Type];
  const properties = Object.fromEntries(Object.entries(resource.Properties).filter(([name]) => dropped.includes(name)));
  if (Object.keys(properties).length === 0) return [];
  return [{ logicalId, type: resource.Type, properties, conditional: resource.Condition !== undefined }];
};

/** What the deployment of a template loses. Throws a PlainFailure for a nested stack, which it can't see into. */
export const findLostProperties = (template: Template): LostProperties[] => {
  return Object.entries(template.Resources).flatMap(([logicalId, resource]) => {
    if (resource.Type === 'AWS::CloudFormation::Stack') {
      throw new PlainFailure(
        `${logicalId} is a nested stack, which the repair of the local AWS can't see into: use a stack of its own.`,
      );
    }
    return lostBy(logicalId, resource);
  });
};
