import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { target } from './reading-resources.ts';
import { type Resource, synthesise } from './synthesised.ts';

const diagrams = [...readFileSync('docs/how-it-works.md', 'utf8').matchAll(/```mermaid\nflowchart LR\n([\s\S]*?)```/g)];
/** What the page draws between things that are deployed, as `from --label--> to`. */
const drawn = diagrams
  .flatMap(([, diagram = '']) => diagram.split('\n'))
  .flatMap((line) => {
    const edge = line.match(/^\s*([\w-]+) (?:-- (.+?) )?--> ([\w-]+)$/);
    return edge ? [`${edge[1]} --${edge[2] ?? ''}--> ${edge[3]}`] : [];
  });

/** `hotline-dev-linzi-work-water` is drawn as `work`: one stands for all departments. */
const drawnQueue = (name: string): string => name.replace(/^hotline-dev-linzi-/, '').replace(/^(routing|work)-.*$/, '$1');

const deployed = new Set<string>();
beforeAll(() => {
  const { resources } = synthesise();
  const functionOf = (from: Resource, value: any): string =>
    target(resources, from, value)?.properties.Tags.find(({ Key }: any) => Key === 'function').Value;
  const queueOf = (from: Resource, arn: any): string | undefined => {
    const found = target(resources, from, arn);
    return found?.type === 'AWS::SQS::Queue' ? drawnQueue(found.properties.QueueName) : undefined;
  };
  for (const one of resources) {
    const { type, properties } = one;
    if (type === 'AWS::Lambda::EventSourceMapping') {
      const queue = queueOf(one, properties.EventSourceArn);
      deployed.add(`${queue ?? 'tickets'} --${queue ? '' : 'stream'}--> ${functionOf(one, properties.FunctionName)}`);
    }
    if (type === 'AWS::SNS::Subscription' && properties.Protocol === 'sqs') {
      for (const event of properties.FilterPolicy.type) deployed.add(`topic --${event}--> ${queueOf(one, properties.Endpoint)}`);
    }
    if (type === 'AWS::Events::Rule') {
      const from = properties.EventPattern ? 'bucket' : 'minute';
      for (const { Arn } of properties.Targets) deployed.add(`${from} ----> ${queueOf(one, Arn) ?? functionOf(one, Arn)}`);
    }
  }
});

describe('the pictures in docs/how-it-works.md', () => {
  it('is drawn in two parts', () => expect(diagrams).toHaveLength(2));

  it('draws every way that a message takes, as the stacks have it', () => {
    expect(deployed.size).toBeGreaterThan(6);
    expect(drawn).toEqual(expect.arrayContaining([...deployed]));
  });

  it('draws no way from stream, topic, queue or clock that the stacks do not have', () => {
    const from = /^(topic|intake|routing|publish-retry|minute|tickets|bucket|recordings|parked-calls|texts) /;
    const fromMessages = drawn.filter((edge) => from.test(edge));
    expect(fromMessages.filter((edge) => !deployed.has(edge))).toEqual([]);
  });
});
