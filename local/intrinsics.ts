import { PlainFailure } from './plain-failure.ts';

/** What a deployment made of a resource. */
export interface DeployedResource {
  type: string;
  physicalId: string;
}

/** What the values in one deployed stack's template depend on. */
export interface StackValues {
  stackName: string;
  region: string;
  account: string;
  /** By logical id. */
  resources: ReadonlyMap<string, DeployedResource>;
  /** Export name → value, of all stacks. */
  exports: ReadonlyMap<string, string>;
}

const PARTITION = 'aws';

const PSEUDO_PARAMETERS = new Map<string, (values: StackValues) => string>(
  Object.entries({
    'AWS::Region': ({ region }) => region,
    'AWS::AccountId': ({ account }) => account,
    'AWS::Partition': () => PARTITION,
    'AWS::StackName': ({ stackName }) => stackName,
    'AWS::URLSuffix': () => 'amazonaws.com',
  }),
);

const reference = (name: string, values: StackValues): string => {
  const found = PSEUDO_PARAMETERS.get(name)?.(values) ?? values.resources.get(name)?.physicalId;
  if (found === undefined) throw new PlainFailure(`${values.stackName}: nothing deployed is called ${name}.`);
  return found;
};

const arnOf = (name: string, values: StackValues): string => {
  const { type, physicalId } = values.resources.get(name) ?? {};
  if (type === undefined || physicalId === undefined)
    throw new PlainFailure(`${values.stackName}: nothing deployed is called ${name}.`);
  if (physicalId.startsWith('arn:')) return physicalId;
  const place = `${values.region}:${values.account}`;
  switch (type) {
    case 'AWS::SQS::Queue':
      return `arn:${PARTITION}:sqs:${place}:${physicalId.split('/').at(-1)}`;
    case 'AWS::Lambda::Function':
      return `arn:${PARTITION}:lambda:${place}:function:${physicalId}`;
    case 'AWS::DynamoDB::Table':
    case 'AWS::DynamoDB::GlobalTable':
      return `arn:${PARTITION}:dynamodb:${place}:table/${physicalId}`;
    case 'AWS::IAM::Role':
      return `arn:${PARTITION}:iam::${values.account}:role/${physicalId}`;
    default:
      throw new PlainFailure(
        `${values.stackName}: the ARN of ${name} (${type}) is not known to the repair; teach local/intrinsics.ts.`,
      );
  }
};

const attribute = (argument: unknown, values: StackValues): string => {
  const [name, attributeName] = Array.isArray(argument) ? argument : String(argument).split('.');
  if (attributeName === 'Arn' || attributeName === 'TopicArn') return arnOf(name, values);
  if (attributeName === 'QueueName') return reference(name, values).split('/').at(-1) ?? '';
  throw new PlainFailure(`${values.stackName}: ${name}.${attributeName} is not known to the repair; teach local/intrinsics.ts.`);
};

const substitute = (argument: unknown, values: StackValues): string => {
  const [text, own] = Array.isArray(argument) ? argument : [argument, {}];
  return String(text).replaceAll(/\$\{(!?)([^}]+)\}/g, (_all, literal: string, name: string) => {
    if (literal) return `\${${name}}`;
    if (name in own) return String(resolveValue(own[name], values));
    return name.includes('.') ? attribute(name, values) : reference(name, values);
  });
};

const imported = (argument: unknown, values: StackValues): string => {
  const exportName = String(resolveValue(argument, values));
  const found = values.exports.get(exportName);
  if (found === undefined) throw new PlainFailure(`${values.stackName}: no deployed stack exports ${exportName}.`);
  return found;
};

const listOf = (argument: unknown, values: StackValues): unknown[] => resolveValue(argument, values) as unknown[];

const FUNCTIONS = new Map<string, (argument: any, values: StackValues) => unknown>(
  Object.entries({
    Ref: (name, values) => reference(String(name), values),
    'Fn::GetAtt': attribute,
    'Fn::Sub': substitute,
    'Fn::Join': ([separator, parts], values) => listOf(parts, values).join(separator),
    'Fn::Split': ([separator, text], values) => String(resolveValue(text, values)).split(separator),
    'Fn::Select': ([index, list], values) => listOf(list, values)[Number(index)],
    'Fn::ImportValue': imported,
  }),
);

/**
 * A value of a template with every intrinsic function worked out.
 * Throws a PlainFailure for one that it does not know, so that nothing is ever silently left out.
 */
export const resolveValue = (value: unknown, values: StackValues): unknown => {
  if (Array.isArray(value)) return value.map((item) => resolveValue(item, values));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [name = '', argument] = entries.length === 1 ? (entries[0] ?? []) : [];
  const resolve = FUNCTIONS.get(name);
  if (resolve) return resolve(argument, values);
  if (name.startsWith('Fn::'))
    throw new PlainFailure(`${values.stackName}: ${name} is not known to the repair; teach local/intrinsics.ts.`);
  return Object.fromEntries(entries.map(([key, item]) => [key, resolveValue(item, values)]));
};
