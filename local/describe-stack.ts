import type { DeployedStack } from './deployed-resources.ts';
import { localAccount, localRegion } from './endpoint.ts';
import { PlainFailure } from './plain-failure.ts';
import type { Stack } from './stack-file.ts';

type Found = {
  stack: string;
  logicalId: string;
  path: string;
  physicalId: string;
  properties: Readonly<Record<string, unknown>>;
};

function resourcesOfType(stacks: readonly DeployedStack[], types: readonly string[]): Found[] {
  return stacks.flatMap(({ name, template, values }) =>
    Object.entries(template.Resources).flatMap(([logicalId, { Type, Properties, Metadata }]): Found[] => {
      const deployed = values.resources.get(logicalId);
      if (!types.includes(Type) || !deployed) return [];
      // CDK names the place in the whole app, with the stack in front and `Resource` at the end.
      const path = (Metadata?.['aws:cdk:path'] ?? logicalId).replace(/^[^/]+\//, '').replace(/\/Resource$/, '');
      return [{ stack: name, logicalId, path, physicalId: deployed.physicalId, properties: Properties }];
    }),
  );
}

const place = ({ stack, logicalId, path }: Found) => ({ stack, logicalId, path });

const doorsWithoutToken = (stacks: readonly DeployedStack[]): string[] =>
  resourcesOfType(stacks, ['AWS::ApiGatewayV2::Route']).flatMap(({ properties }) => {
    const path = /^(?:POST|ANY) (\/.*)$/.exec(String(properties.RouteKey))?.[1];
    return path && (properties.AuthorizationType ?? 'NONE') === 'NONE' ? [path] : [];
  });

/**
 * Takes what was deployed to a local AWS; gives everything of the stack file that can be read from it.
 * Throws a PlainFailure unless there is exactly one HTTP API.
 */
export function describeStack(
  endpoint: string,
  { stacks, outputs }: { readonly stacks: readonly DeployedStack[]; readonly outputs: Stack['outputs'] },
): Omit<Stack, 'startedAt' | 'pid' | 'district' | 'people'> {
  const [httpApi, ...others] = resourcesOfType(stacks, ['AWS::ApiGatewayV2::Api']);
  if (!httpApi || others.length > 0)
    throw new PlainFailure(`The stacks must have one HTTP API, not ${others.length + (httpApi ? 1 : 0)}.`);
  const api = `${endpoint}/_aws/execute-api/${httpApi.physicalId}`;
  const [pool] = resourcesOfType(stacks, ['AWS::Cognito::UserPool']);
  const [client] = resourcesOfType(stacks, ['AWS::Cognito::UserPoolClient']);
  return {
    endpoint,
    region: localRegion,
    account: localAccount,
    api,
    webhooks: Object.fromEntries(doorsWithoutToken(stacks).map((path) => [path, api + path])),
    queues: resourcesOfType(stacks, ['AWS::SQS::Queue']).map((found) => {
      const name = found.physicalId.split('/').at(-1) ?? '';
      return { ...place(found), name, url: found.physicalId, arn: `arn:aws:sqs:${localRegion}:${localAccount}:${name}` };
    }),
    tables: resourcesOfType(stacks, ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable']).map((found) => ({
      ...place(found),
      name: found.physicalId,
    })),
    topics: resourcesOfType(stacks, ['AWS::SNS::Topic']).map((found) => ({ ...place(found), arn: found.physicalId })),
    functions: resourcesOfType(stacks, ['AWS::Lambda::Function']).map((found) => ({ ...place(found), name: found.physicalId })),
    secrets: resourcesOfType(stacks, ['AWS::SecretsManager::Secret']).map((found) => ({
      ...place(found),
      name: found.physicalId,
    })),
    ...(pool && client ? { userPool: { id: pool.physicalId, clientId: client.physicalId } } : {}),
    outputs,
  };
}
