import { CloudFormationClient, paginateListExports, paginateListStackResources } from '@aws-sdk/client-cloudformation';
import type { AssemblyStack, Template } from './assembly.ts';
import { localAccount, localClientConfig, localRegion } from './endpoint.ts';
import type { StackValues } from './intrinsics.ts';

/** A stack as its template says it and as the local AWS has it. */
export type DeployedStack = { readonly name: string; readonly template: Template; readonly values: StackValues };

/**
 * Takes the stacks of an assembly and asks the local AWS what became of their resources; one without resources is never
 * deployed. Throws when another is not.
 */
export async function readDeployedStacks(endpoint: string, stacks: readonly AssemblyStack[]): Promise<DeployedStack[]> {
  const client = new CloudFormationClient(localClientConfig(endpoint));
  const exports = new Map<string, string>();
  for await (const page of paginateListExports({ client }, {})) {
    for (const { Name, Value } of page.Exports ?? []) if (Name && Value !== undefined) exports.set(Name, Value);
  }
  return Promise.all(
    stacks
      .filter(({ template }) => Object.keys(template.Resources).length > 0)
      .map(async ({ name, template }): Promise<DeployedStack> => {
        const resources = new Map<string, { type: string; physicalId: string }>();
        for await (const page of paginateListStackResources({ client }, { StackName: name })) {
          for (const { LogicalResourceId, ResourceType, PhysicalResourceId } of page.StackResourceSummaries ?? []) {
            if (!LogicalResourceId || !ResourceType || !PhysicalResourceId) continue;
            resources.set(LogicalResourceId, { type: ResourceType, physicalId: PhysicalResourceId });
          }
        }
        return { name, template, values: { stackName: name, region: localRegion, account: localAccount, resources, exports } };
      }),
  );
}
