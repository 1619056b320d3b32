import { readFileSync } from 'node:fs';
import { Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '#infra/hotline-app.ts';

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
  const { service, lanes } = buildApp();
  for (const stack of [service, ...lanes]) {
    const resources: Record<string, any> = Template.fromStack(stack).toJSON().Resources;
    const functionOf = (id: string): string => resources[id].Properties.Tags.find(({ Key }: any) => Key === 'function').Value;
    const queueOf = (arn: any): string | undefined => {
      const queue = resources[arn['Fn::GetAtt']?.[0]];
      return queue?.Type === 'AWS::SQS::Queue' ? drawnQueue(queue.Properties.QueueName) : undefined;
    };
    for (const { Type, Properties } of Object.values(resources)) {
      if (Type === 'AWS::Lambda::EventSourceMapping') {
        const queue = queueOf(Properties.EventSourceArn);
        deployed.add(`${queue ?? 'tickets'} --${queue ? '' : 'stream'}--> ${functionOf(Properties.FunctionName.Ref)}`);
      }
      if (Type === 'AWS::SNS::Subscription' && Properties.Protocol === 'sqs') {
        for (const type of Properties.FilterPolicy.type) deployed.add(`topic --${type}--> ${queueOf(Properties.Endpoint)}`);
      }
      if (Type === 'AWS::Events::Rule') {
        const from = Properties.EventPattern ? 'bucket' : 'minute';
        for (const { Arn } of Properties.Targets)
          deployed.add(`${from} ----> ${queueOf(Arn) ?? functionOf(Arn['Fn::GetAtt'][0])}`);
      }
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
