import { describe, expect, it } from 'vitest';
import { District } from '../../shared/domain/district.ts';
import { districtNamed } from '../../infra/hotline-app.ts';
import { laneStackOf } from '../../infra/stacks/lanes-stack.ts';
import { synthesise } from './synthesised.ts';

const example = districtNamed('example');
const withDepartments = (ids: readonly string[]): District => {
  const [first] = example.departments;
  const departments = ids.map((id) => ({ id, name: id, units: (first?.units ?? []).map((unit) => ({ ...unit, id: `${id.slice(0, 30)}-unit` })) }));
  return District.parse({ ...example, departments });
};

describe('a local AWS', () => {
  const real = synthesise({ district: 'example' }).templates;
  const local = synthesise({ district: 'example', local: 'http://127.0.0.1:4566' }).templates;
  const text = (templates: object): string => JSON.stringify(templates);

  it('gets the same templates but for the address at which it serves the API', () => {
    const ownAddress = '["https://",{"Ref":"ApiHttpF4F3A6A3"},".execute-api.",{"Ref":"AWS::Region"},".",{"Ref":"AWS::URLSuffix"}';
    const apiId = /"Ref":"(ApiHttp\w+)"/.exec(text(real))?.[1] ?? '';
    const own = ownAddress.replace('ApiHttpF4F3A6A3', apiId);
    const there = `["http://127.0.0.1:4566/_aws/execute-api/",{"Ref":"${apiId}"}`;
    expect(text(real)).not.toBe(text(local));
    expect(text(real)).toContain(own);
    expect(text(local).replaceAll(there, own)).toBe(text(real));
  });

  it('that enforces IAM gets policies that it understands, and no others change', () => {
    const { resources } = synthesise({ district: 'example', local: 'http://127.0.0.1:4566', 'enforce-iam': 'true' });
    const changed = resources.filter(({ stack, id, properties }) => JSON.stringify(local[stack].Resources[id]?.Properties) !== JSON.stringify(properties));
    const types = new Set(changed.map(({ type }) => type));
    expect([...types].sort()).toEqual([
      // Code is fetched by the one who deploys, since there are no roles to assume.
      ...['AWS::IAM::Role', 'AWS::Lambda::Function', 'AWS::SNS::TopicPolicy', 'AWS::SQS::QueuePolicy'],
    ]);
    for (const { type, stack, id, properties } of changed) {
      if (type !== 'AWS::Lambda::Function') continue;
      expect({ ...properties, Code: {} }).toEqual({ ...local[stack].Resources[id].Properties, Code: {} });
    }
  });
});

describe('prod', () => {
  const { resources } = synthesise({ stage: 'prod', district: 'example' });
  const ofType = (type: RegExp) => resources.filter((resource) => type.test(resource.type));

  it('keeps data when its stack goes, and refuses to delete it by mistake', () => {
    const kept = ofType(/DynamoDB::Table$|SecretsManager::Secret$|Cognito::UserPool$|SQS::Queue$|Logs::LogGroup$/);
    expect(kept.filter(({ deletionPolicy }) => deletionPolicy !== 'Retain').map(({ id }) => id)).toEqual([]);
    expect(ofType(/DynamoDB::Table$/).map(({ properties }) => properties.DeletionProtectionEnabled)).toEqual([true, true]);
    expect(ofType(/Cognito::UserPool$/).map(({ properties }) => properties.DeletionProtection)).toEqual(['ACTIVE']);
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

describe('sixty departments', () => {
  const ids = Array.from({ length: 60 }, (_, n) => `department-${n}-${'abcdefghij'[n % 10]}`);
  const { templates, resources } = synthesise({ district: 'example' }, withDepartments(ids));

  it('fit: a lane for each, and no stack over what CloudFormation takes', () => {
    for (const [name, template] of Object.entries(templates)) {
      expect(Object.keys(template.Resources).length, name).toBeLessThan(500);
      expect(Object.keys(template.Outputs ?? {}).length, name).toBeLessThan(200);
      expect(JSON.stringify(template).length, name).toBeLessThan(1_000_000);
    }
    const names = resources.map(({ properties }) => properties.QueueName);
    expect(ids.filter((id) => !names.includes(`hotline-dev-example-work-${id}`))).toEqual([]);
  });

  it('leave every role within what IAM takes', () => {
    for (const { id, type, properties } of resources) {
      if (type !== 'AWS::IAM::Role') continue;
      const written = JSON.stringify(properties.Policies).replaceAll(/\{"Ref":"AWS::(\w+)"\}/g, '"aws-cn-north-1"');
      expect(written.replaceAll(/[\s"[\],]|Fn::Join/g, '').length, id).toBeLessThan(10_240);
    }
  });

  it('and one more moves none of the others', () => {
    const more = synthesise({ district: 'example' }, withDepartments([...ids, 'latecomer'])).resources;
    const there = new Set(more.map(({ stack, id }) => `${stack}/${id}`));
    expect(resources.map(({ stack, id }) => `${stack}/${id}`).filter((name) => !there.has(name))).toEqual([]);
  });

  it('spread over the lane stacks by their ids alone', () => {
    expect(['water', 'heating', 'volunteers', 'mediation'].map(laneStackOf)).toEqual([
      laneStackOf('water'),
      laneStackOf('heating'),
      laneStackOf('volunteers'),
      laneStackOf('mediation'),
    ]);
  });

  it('with names that are too long for a queue are refused in a sentence', () => {
    const long = { ...withDepartments(['d'.repeat(40)]), id: 'x'.repeat(40) };
    expect(() => synthesise({}, long)).toThrow(/^The name hotline-dev-x+-work-d+ is longer than 80 characters: give the district/);
  });
});
