import type { DeployedStack } from './deployed-resources.ts';
import { localAccount, localRegion } from './endpoint.ts';
import { PlainFailure } from './plain-failure.ts';
import type { Stack } from './stack-file.ts';

/** A resource of the template that was deployed. */
interface Found {
  stack: string;
  logicalId: string;
  path: string;
  physicalId: string;
  properties: Readonly<Record<string, unknown>>;
}

const resourcesOfType = (stacks: readonly DeployedStack[], types: readonly string[]): Found[] => {
  return stacks.flatMap(({ name, template, values }) =>
    Object.entries(template.Resources).flatMap(([logicalId, { Type, Properties, Metadata }]): Found[] => {
      const deployed = values.resources.get(logicalId);
      if (!types.includes(Type) || !deployed) return [];
      // CDK names the place in the whole app, with the stack in front and `Resource` at the end.
      const path = (Metadata?.['aws:cdk:path'] ?? logicalId).replace(/^[^/]+\//, '').replace(/\/Resource$/, '');
      return [{ stack: name, logicalId, path, physicalId: deployed.physicalId, properties: Properties }];
    }),
  );
};

const place = ({ stack, logicalId, path }: Found) => ({ stack, logicalId, path });

const doorsWithoutToken = (stacks: readonly DeployedStack[]): string[] =>
  resourcesOfType(stacks, ['AWS::ApiGatewayV2::Route']).flatMap(({ properties }) => {
    const path = /^(?:POST|ANY) (\/.*)$/.exec(String(properties.RouteKey))?.[1];
    return path && (properties.AuthorizationType ?? 'NONE') === 'NONE' ? [path] : [];
  });

const apiIn = (stacks: readonly DeployedStack[], endpoint: string): string => {
  const apis = resourcesOfType(stacks, ['AWS::ApiGatewayV2::Api']);
  const [api] = apis;
  if (!api || apis.length > 1) throw new PlainFailure(`The stacks must have one HTTP API, not ${apis.length}.`);
  return `${endpoint}/_aws/execute-api/${api.physicalId}`;
};

/** Resources whose physical id is their name. */
const namedIn = (stacks: readonly DeployedStack[], ...types: string[]) =>
  resourcesOfType(stacks, types).map((found) => ({ ...place(found), name: found.physicalId }));

const queuesIn = (stacks: readonly DeployedStack[]): Stack['queues'] =>
  resourcesOfType(stacks, ['AWS::SQS::Queue']).map((found) => {
    const name = found.physicalId.split('/').at(-1) ?? '';
    return { ...place(found), name, url: found.physicalId, arn: `arn:aws:sqs:${localRegion}:${localAccount}:${name}` };
  });

/**
 * All of the stack file that can be read from what was deployed to a local AWS.
 * Throws a PlainFailure unless there is exactly one HTTP API.
 */
export const describeStack = (
  endpoint: string,
  { stacks, outputs }: { stacks: readonly DeployedStack[]; outputs: Stack['outputs'] },
): Omit<Stack, 'startedAt' | 'pid' | 'district' | 'people'> => {
  const api = apiIn(stacks, endpoint);
  const [pool] = resourcesOfType(stacks, ['AWS::Cognito::UserPool']);
  const [client] = resourcesOfType(stacks, ['AWS::Cognito::UserPoolClient']);
  return {
    endpoint,
    region: localRegion,
    account: localAccount,
    api,
    webhooks: Object.fromEntries(doorsWithoutToken(stacks).map((path) => [path, api + path])),
    queues: queuesIn(stacks),
    tables: namedIn(stacks, 'AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'),
    topics: resourcesOfType(stacks, ['AWS::SNS::Topic']).map((found) => ({ ...place(found), arn: found.physicalId })),
    functions: namedIn(stacks, 'AWS::Lambda::Function'),
    secrets: namedIn(stacks, 'AWS::SecretsManager::Secret'),
    ...(pool && client ? { userPool: { id: pool.physicalId, clientId: client.physicalId } } : {}),
    outputs,
  };
};
