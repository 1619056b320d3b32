import { describe, expect, it } from 'vitest';
import { accessLaws } from './access-laws.ts';
import { routeLaws } from './route-laws.ts';
import { type Resource, resourcesOf, synthesise } from './synthesised.ts';

describe('a local AWS', () => {
  const real = synthesise({ district: 'example' }).templates;
  const local = synthesise({ district: 'example', local: 'http://127.0.0.1:4566' }).templates;
  const text = (templates: object): string => JSON.stringify(templates);

  /** A style of the sign-in page, which its CloudFormation does not know. */
  const STYLE = 'AWS::Cognito::ManagedLoginBranding';

  it('gets the same templates but for the address at which it serves the API, and the look of the sign-in page', () => {
    const isStyle = (value: unknown): boolean => (value as { Type?: unknown } | undefined)?.Type === STYLE;
    const withoutStyle = JSON.stringify(real, (_, value) => (isStyle(value) ? undefined : value));
    expect(text(real).split(`"${STYLE}"`)).toHaveLength(2);
    const apiId = /"Ref":"(ApiHttp\w+)"/.exec(text(real))?.[1];
    const own = `["https://",{"Ref":"${apiId}"},".execute-api.",{"Ref":"AWS::Region"},".",{"Ref":"AWS::URLSuffix"}`;
    const there = `["http://127.0.0.1:4566/_aws/execute-api/",{"Ref":"${apiId}"}`;
    expect(text(real)).toContain(own);
    expect(text(local)).toContain(there);
    expect(text(local).replaceAll(there, own)).toBe(withoutStyle);
  });

  it('may name a place where sample people sign in, and only the pages learn of it', () => {
    const place = 'http://127.0.0.1:4600';
    const named = synthesise({ district: 'example', local: 'http://127.0.0.1:4566', 'sign-in': place }).resources;
    const authorityIn = (resources: readonly Resource[]) =>
      resources.flatMap(({ properties }) => properties.Environment?.Variables?.AUTHORITY ?? []);
    expect(authorityIn(named)).toEqual([place]);
    expect(text(authorityIn(resourcesOf(real)))).toContain('https://cognito-idp.');
    expect(text(named).split(place)).toHaveLength(2);
    expect(text(real)).not.toMatch(/127\.0\.0\.1|localhost/);
  });

  it('gets no contact flow, nor what belongs to it, though an instance is named', () => {
    const instance = 'arn:aws:connect:eu-central-1:123456789012:instance/9308c2a1-9bc6-4cea-8290-6c0b4a6d38fa';
    const context = { district: 'example', 'connect-instance': instance };
    const kept = synthesise({ ...context, local: 'http://127.0.0.1:4566' }).templates;
    const missing = synthesise(context).resources.filter(({ stack, id }) => !kept[stack].Resources?.[id]);
    expect([...new Set(missing.map(({ type }) => type))].sort()).toEqual([
      'AWS::CloudWatch::Alarm',
      STYLE,
      'AWS::Connect::ContactFlow',
      'AWS::Connect::IntegrationAssociation',
      'AWS::Events::Rule',
      'AWS::Lambda::Permission',
    ]);
  });

  it('that enforces IAM gets policies that it understands, and nothing else changes', () => {
    const enforcing = synthesise({ district: 'example', local: 'http://127.0.0.1:4566', 'enforce-iam': 'true' }).resources;
    const there = ({ stack, id }: Resource) => enforcing.find((one) => one.stack === stack && one.id === id)?.properties ?? {};
    const changed = resourcesOf(local)
      .filter((one) => text(there(one)) !== text(one.properties))
      .map(({ type }) => type);
    expect([...new Set(changed)].sort()).toEqual([
      ...['AWS::IAM::Role', 'AWS::S3::BucketPolicy', 'AWS::SNS::TopicPolicy', 'AWS::SQS::QueuePolicy'],
    ]);
  });
});

describe('prod', () => {
  const { resources } = synthesise({ stage: 'prod', district: 'example' });
  const ofType = (type: RegExp) => resources.filter((resource) => type.test(resource.type));

  it.each(Object.entries(routeLaws))('%s', (_, law) => expect(law(resources)).toEqual([]));

  it('lets a route of the phone take twice what one of the API takes', () => {
    const limitOf = (key: string) =>
      ofType(/V2::Stage$/).map(({ properties }) => properties.RouteSettings[key].ThrottlingRateLimit);
    expect([limitOf('POST /tickets'), limitOf('POST /voice/twilio')]).toEqual([[150], [300]]);
  });

  it('keeps data when its stack goes, and refuses to delete it by mistake', () => {
    const kept = ofType(/DynamoDB::Table$|SecretsManager::Secret$|Cognito::UserPool$|S3::Bucket$|SQS::Queue$|Logs::LogGroup$/);
    // What has a name of its own goes with a first try that fails: the next would find the name taken.
    const isNamed = ({ type }: { type: string }): boolean => /SQS::Queue$|Logs::LogGroup$/.test(type);
    for (const one of kept)
      expect([one.id, one.deletionPolicy]).toEqual([one.id, isNamed(one) ? 'RetainExceptOnCreate' : 'Retain']);
    expect(ofType(/DynamoDB::Table$/).map(({ properties }) => properties.DeletionProtectionEnabled)).toEqual([true, true]);
    expect(ofType(/Cognito::UserPool$/).map(({ properties }) => properties.DeletionProtection)).toEqual(['ACTIVE']);
  });
});

describe('a deployment where residents do not sign up by themselves', () => {
  const { resources } = synthesise({ district: 'example', 'resident-sign-up': 'false' });

  it.each(Object.entries(accessLaws))('%s', (_, law) => expect(law(resources)).toEqual([]));

  it('takes whom an operator enters, by their password alone', () => {
    const [pool] = resources.filter(({ type }) => type === 'AWS::Cognito::UserPool');
    expect(pool?.properties.AdminCreateUserConfig).toEqual({ AllowAdminCreateUserOnly: true });
    const [client] = resources.filter(({ type }) => type === 'AWS::Cognito::UserPoolClient');
    expect(client?.properties.ExplicitAuthFlows).not.toContain('ALLOW_USER_AUTH');
    expect(JSON.stringify(resources)).not.toContain('NotResource');
  });
});

describe('a deployment where they do', () => {
  const codesIn = (district: string): unknown[] => {
    const { resources } = synthesise({ district });
    const pool = resources.find(({ type }) => type === 'AWS::Cognito::UserPool');
    return [pool?.properties.SmsVerificationMessage, pool?.properties.SmsAuthenticationMessage];
  };

  it('texts one and the same sentence with every code, in the language of the district', () => {
    expect(codesIn('linzi')).toEqual(Array(2).fill('【临淄区81890】验证码：{####}，请勿告诉他人。如非本人操作，请不用理会。'));
    expect(codesIn('example')[0]).toMatch(/: your code is \{####\}\./);
  });
});

describe("one of China's regions, with an issuer of its own", () => {
  const context = { region: 'cn-north-1', issuer: 'https://login.example.cn', audience: 'hotline', 'groups-claim': 'groups' };
  const { templates, resources } = synthesise(context);
  const text = JSON.stringify(templates);

  it('has no Cognito, and asks that issuer', () => {
    expect(resources.filter(({ type }) => type.includes('Cognito'))).toEqual([]);
    const [authorizer] = resources.filter(({ type }) => type === 'AWS::ApiGatewayV2::Authorizer');
    expect(authorizer?.properties.JwtConfiguration).toEqual({ Issuer: 'https://login.example.cn', Audience: ['hotline'] });
    expect(text).toContain('"GROUPS_CLAIM":"groups"');
  });

  it("names nothing of the other partition: services' principals alone are called amazonaws.com everywhere", () => {
    expect(text).not.toContain('arn:aws:');
    const principals = /"Service":"[a-z.]+\.amazonaws\.com"|"Principal":"[a-z.]+\.amazonaws\.com"/g;
    expect(text.replaceAll(principals, '').match(/.{40}amazonaws\.com(?!\.cn).{10}/g)).toBeNull();
  });
});
