import { describe, expect, it } from 'vitest';
import { synthesise } from './synthesised.ts';

const instance = 'arn:aws:connect:eu-central-1:123456789012:instance/9308c2a1-9bc6-4cea-8290-6c0b4a6d38fa';
const queue = `${instance}/queue/4f1c0d5e-0000-4000-8000-000000000001`;
const bot = 'arn:aws:lex:eu-central-1:123456789012:bot-alias/ABCDEFGHIJ/KLMNOPQRST';

const key = 'arn:aws:kms:eu-central-1:123456789012:key/6f1c0d5e-0000-4000-8000-000000000002';

const deployed = (context: Record<string, string>) => {
  const { resources } = synthesise({ district: 'example', ...context });
  const ofType = (type: string) => resources.filter((resource) => resource.type === type);
  const variables = (name: string) =>
    ofType('AWS::Lambda::Function').find(({ properties }) =>
      properties.Tags.some(({ Key, Value }: any) => Key === 'function' && Value === name),
    )?.properties.Environment.Variables;
  return { resources, ofType, variables };
};

describe('without an instance in the context', () => {
  it('nothing of Amazon Connect is deployed but functions that nobody may invoke', () => {
    const { resources, variables } = deployed({});
    expect(resources.filter(({ type }) => type.startsWith('AWS::Connect::'))).toEqual([]);
    expect(JSON.stringify(resources)).not.toContain('connect.amazonaws.com');
    expect(variables('answer-connect-call')).not.toHaveProperty('HAS_AGENTS');
  });
});

describe('with an instance in the context', () => {
  const { ofType, variables } = deployed({
    'connect-instance': instance,
    'connect-queue': queue,
    'connect-bot': bot,
    'connect-key': key,
  });

  it('its contact flow is deployed, with everything that it names', () => {
    const [flow, ...others] = ofType('AWS::Connect::ContactFlow');
    expect(others).toEqual([]);
    expect(flow?.properties).toMatchObject({ InstanceArn: instance, Type: 'CONTACT_FLOW' });
    const content = JSON.stringify(flow?.properties.Content);
    for (const named of [queue, bot]) expect(content).toContain(named);
    expect(content).not.toMatch(/\$\{(AnswerFunction|FallbackFunction|Queue|BotAlias)Arn\}/);
    expect(variables('answer-connect-call')).toMatchObject({ HAS_AGENTS: 'yes', HEARS_SPEECH: 'yes' });
  });

  it('the flow comes after what allows it to invoke the functions', () => {
    const associations = ofType('AWS::Connect::IntegrationAssociation').map(({ id }) => id);
    expect(ofType('AWS::Connect::ContactFlow')[0]?.dependsOn).toEqual(expect.arrayContaining(associations));
  });

  it('whoever gives links to recordings may decrypt those of the instance', () => {
    const decrypting = ofType('AWS::IAM::Role').filter(({ properties }) =>
      JSON.stringify(properties.Policies).includes('kms:Decrypt'),
    );
    expect(decrypting.map(({ properties }) => properties.Description).sort()).toEqual([
      'What department-api may do',
      'What desk-api may do',
    ]);
    for (const { properties } of decrypting) expect(JSON.stringify(properties.Policies)).toContain(key);
  });

  it('it alone may invoke the two functions of the flow, and tells when a contact ends', () => {
    const permissions = ofType('AWS::Lambda::Permission').filter(
      ({ properties }) => properties.Principal === 'connect.amazonaws.com',
    );
    expect(permissions.map(({ properties }) => properties.SourceArn)).toEqual([instance, instance]);
    expect(ofType('AWS::Connect::IntegrationAssociation')).toHaveLength(2);
    const rules = ofType('AWS::Events::Rule').map(({ properties }) => properties.EventPattern?.detail);
    expect(rules).toContainEqual({ eventType: ['DISCONNECTED'], instanceArn: [instance] });
  });
});
