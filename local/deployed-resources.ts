import {
  CloudFormationClient,
  DescribeStacksCommand,
  paginateListExports,
  paginateListStackResources,
} from '@aws-sdk/client-cloudformation';
import type { AssemblyStack, Template } from './assembly.ts';
import { localAccount, localClientConfig, localRegion } from './endpoint.ts';
import type { DeployedResource, StackValues } from './intrinsics.ts';
import { PlainFailure } from './plain-failure.ts';

/** A stack as its template has it and as the local AWS has it. */
export interface DeployedStack {
  name: string;
  template: Template;
  values: StackValues;
}

/** Whether cdk has prepared the local account. Throws a PlainFailure when no local AWS answers there. */
export const isBootstrapped = async (endpoint: string): Promise<boolean> => {
  const client = new CloudFormationClient({ ...localClientConfig(endpoint), maxAttempts: 2 });
  try {
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: 'CDKToolkit' }));
    return Stacks?.some(({ StackStatus }) => /^(CREATE|UPDATE)_COMPLETE$/.test(StackStatus ?? '')) ?? false;
  } catch (error) {
    if (error instanceof Error && /does not exist/.test(error.message)) return false;
    // An answer that is not CloudFormation's gives a message of many lines about its parsing.
    const why =
      error instanceof Error && !/Deserialization/.test(error.message) ? error.message : 'what answers is something else';
    throw new PlainFailure(
      `No local AWS answers at ${endpoint} (${why}). AWS_ENDPOINT_URL names it, perhaps since npm run variables: ` +
        'run unset AWS_ENDPOINT_URL, then the command again, and it starts a local AWS of its own.',
    );
  }
};

const exportsOf = async (client: CloudFormationClient): Promise<Map<string, string>> => {
  const exports = new Map<string, string>();
  for await (const page of paginateListExports({ client }, {})) {
    for (const { Name, Value } of page.Exports ?? []) if (Name && Value !== undefined) exports.set(Name, Value);
  }
  return exports;
};

const resourcesOf = async (client: CloudFormationClient, StackName: string): Promise<Map<string, DeployedResource>> => {
  const resources = new Map<string, DeployedResource>();
  for await (const page of paginateListStackResources({ client }, { StackName })) {
    for (const { LogicalResourceId, ResourceType, PhysicalResourceId } of page.StackResourceSummaries ?? []) {
      if (!LogicalResourceId || !ResourceType || !PhysicalResourceId) continue;
      resources.set(LogicalResourceId, { type: ResourceType, physicalId: PhysicalResourceId });
    }
  }
  return resources;
};

/**
 * The stacks of an assembly with what the local AWS made of their resources; one without resources is never deployed.
 * Throws when another is not.
 */
export const readDeployedStacks = async (endpoint: string, stacks: readonly AssemblyStack[]): Promise<DeployedStack[]> => {
  const client = new CloudFormationClient(localClientConfig(endpoint));
  const exports = await exportsOf(client);
  return Promise.all(
    stacks
      .filter(({ template }) => Object.keys(template.Resources).length > 0)
      .map(async ({ name, template }): Promise<DeployedStack> => {
        const resources = await resourcesOf(client, name);
        return { name, template, values: { stackName: name, region: localRegion, account: localAccount, resources, exports } };
      }),
  );
};
