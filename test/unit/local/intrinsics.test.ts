import { describe, expect, it } from 'vitest';
import { resolveValue, type StackValues } from '#local/intrinsics.ts';

// How Fn::Sub writes a name, put together so that it is not mistaken for a template string of ours.
const sub = (name: string): string => `$${`{${name}}`}`;

const values: StackValues = {
  stackName: 'hotline-dev-service',
  region: 'us-east-1',
  account: '000000000000',
  resources: new Map([
    ['Dlq', { type: 'AWS::SQS::Queue', physicalId: 'http://127.0.0.1:4566/000000000000/intake-dlq' }],
    ['Topic', { type: 'AWS::SNS::Topic', physicalId: 'arn:aws:sns:us-east-1:000000000000:events' }],
    ['Fn', { type: 'AWS::Lambda::Function', physicalId: 'open-ticket' }],
    ['Odd', { type: 'AWS::KMS::Key', physicalId: 'key' }],
  ]),
  exports: new Map([['hotline-dev-data:Table', 'tickets']]),
};

describe('a value of a template', () => {
  it.each([
    ['a plain value', { a: [1, 'b', true] }, { a: [1, 'b', true] }],
    ['Ref to a resource', { Ref: 'Fn' }, 'open-ticket'],
    ['Ref to a pseudo parameter', { Ref: 'AWS::Region' }, 'us-east-1'],
    ['an ARN made of the queue address', { 'Fn::GetAtt': ['Dlq', 'Arn'] }, 'arn:aws:sqs:us-east-1:000000000000:intake-dlq'],
    ['an ARN that is the physical id', { 'Fn::GetAtt': ['Topic', 'TopicArn'] }, 'arn:aws:sns:us-east-1:000000000000:events'],
    ['an import', { 'Fn::ImportValue': 'hotline-dev-data:Table' }, 'tickets'],
    ['a join', { 'Fn::Join': ['', ['https://', { Ref: 'Fn' }, '.example']] }, 'https://open-ticket.example'],
    ['a part of a split', { 'Fn::Select': ['1', { 'Fn::Split': ['/', 'a/b'] }] }, 'b'],
    [
      'a substitution',
      { 'Fn::Sub': `${sub('AWS::AccountId')}-${sub('Fn')}-${sub('!kept')}` },
      `000000000000-open-ticket-${sub('kept')}`,
    ],
    ['a substitution with its own names', { 'Fn::Sub': [sub('x'), { x: { Ref: 'Fn' } }] }, 'open-ticket'],
    [
      'intrinsics deep inside',
      { T: [{ Arn: { 'Fn::GetAtt': ['Fn', 'Arn'] } }] },
      { T: [{ Arn: 'arn:aws:lambda:us-east-1:000000000000:function:open-ticket' }] },
    ],
  ])('is worked out: %s', (_what, value, expected) => {
    expect(resolveValue(value, values)).toEqual(expected);
  });

  it.each([
    ['an unknown resource', { Ref: 'Nothing' }, 'nothing deployed is called Nothing'],
    ['an unknown export', { 'Fn::ImportValue': 'x' }, 'no deployed stack exports x'],
    ['an unknown function', { 'Fn::If': ['IsBig', 1, 2] }, 'Fn::If is not known'],
    ['an unknown attribute', { 'Fn::GetAtt': ['Fn', 'Colour'] }, 'Fn.Colour is not known'],
    ['an ARN that it can not make', { 'Fn::GetAtt': ['Odd', 'Arn'] }, 'the ARN of Odd'],
  ])('is refused rather than left out: %s', (_what, value, message) => {
    expect(() => resolveValue(value, values)).toThrow(message);
  });
});
