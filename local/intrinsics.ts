import { PlainFailure } from './plain-failure.ts';

/** What the values of one deployed stack's template lean on. */
export type StackValues = {
  readonly stackName: string;
  readonly region: string;
  readonly account: string;
  /** Logical id → what the deployment made of it. */
  readonly resources: ReadonlyMap<string, { readonly type: string; readonly physicalId: string }>;
  /** Export name → value, of all stacks. */
  readonly exports: ReadonlyMap<string, string>;
};

const partition = 'aws';

function pseudoParameter(name: string, values: StackValues): string | undefined {
  switch (name) {
    case 'AWS::Region':
      return values.region;
    case 'AWS::AccountId':
      return values.account;
    case 'AWS::Partition':
      return partition;
    case 'AWS::StackName':
      return values.stackName;
    case 'AWS::URLSuffix':
      return 'amazonaws.com';
    default:
      return undefined;
  }
}

function reference(name: string, values: StackValues): string {
  const found = pseudoParameter(name, values) ?? values.resources.get(name)?.physicalId;
  if (found === undefined) throw new PlainFailure(`${values.stackName}: nothing deployed is called ${name}.`);
  return found;
}

function arnOf(name: string, values: StackValues): string {
  const { type, physicalId } = values.resources.get(name) ?? {};
  if (type === undefined || physicalId === undefined)
    throw new PlainFailure(`${values.stackName}: nothing deployed is called ${name}.`);
  if (physicalId.startsWith('arn:')) return physicalId;
  const place = `${values.region}:${values.account}`;
  switch (type) {
    case 'AWS::SQS::Queue':
      return `arn:${partition}:sqs:${place}:${physicalId.split('/').at(-1)}`;
    case 'AWS::Lambda::Function':
      return `arn:${partition}:lambda:${place}:function:${physicalId}`;
    case 'AWS::DynamoDB::Table':
    case 'AWS::DynamoDB::GlobalTable':
      return `arn:${partition}:dynamodb:${place}:table/${physicalId}`;
    case 'AWS::IAM::Role':
      return `arn:${partition}:iam::${values.account}:role/${physicalId}`;
    default:
      throw new PlainFailure(
        `${values.stackName}: the ARN of ${name} (${type}) is not known to the repair; teach local/intrinsics.ts.`,
      );
  }
}

function attribute(argument: unknown, values: StackValues): string {
  const [name, attributeName] = Array.isArray(argument) ? argument : String(argument).split('.');
  if (attributeName === 'Arn' || attributeName === 'TopicArn') return arnOf(name, values);
  if (attributeName === 'QueueName') return reference(name, values).split('/').at(-1) ?? '';
  throw new PlainFailure(`${values.stackName}: ${name}.${attributeName} is not known to the repair; teach local/intrinsics.ts.`);
}

function substitute(argument: unknown, values: StackValues): string {
  const [text, own] = Array.isArray(argument) ? argument : [argument, {}];
  return String(text).replaceAll(/\$\{(!?)([^}]+)\}/g, (_all, literal: string, name: string) => {
    if (literal) return `\${${name}}`;
    if (name in own) return String(resolveValue(own[name], values));
    return name.includes('.') ? attribute(name, values) : reference(name, values);
  });
}

/**
 * Takes a value of a template and gives it with every intrinsic function worked out.
 * Throws a PlainFailure for one that it does not know, so that nothing is ever silently left out.
 */
export function resolveValue(value: unknown, values: StackValues): unknown {
  if (Array.isArray(value)) return value.map((item) => resolveValue(item, values));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [name, argument] = entries[0] ?? [];
  if (entries.length === 1 && name !== undefined && (name === 'Ref' || name.startsWith('Fn::'))) {
    switch (name) {
      case 'Ref':
        return reference(String(argument), values);
      case 'Fn::GetAtt':
        return attribute(argument, values);
      case 'Fn::Sub':
        return substitute(argument, values);
      case 'Fn::Join': {
        const [separator, parts] = argument as [string, unknown];
        return (resolveValue(parts, values) as unknown[]).join(separator);
      }
      case 'Fn::Split': {
        const [separator, text] = argument as [string, unknown];
        return String(resolveValue(text, values)).split(separator);
      }
      case 'Fn::Select': {
        const [index, list] = argument as [number | string, unknown];
        return (resolveValue(list, values) as unknown[])[Number(index)];
      }
      case 'Fn::ImportValue': {
        const exportName = String(resolveValue(argument, values));
        const found = values.exports.get(exportName);
        if (found === undefined) throw new PlainFailure(`${values.stackName}: no deployed stack exports ${exportName}.`);
        return found;
      }
      default:
        throw new PlainFailure(`${values.stackName}: ${name} is not known to the repair; teach local/intrinsics.ts.`);
    }
  }
  return Object.fromEntries(entries.map(([key, item]) => [key, resolveValue(item, values)]));
}
