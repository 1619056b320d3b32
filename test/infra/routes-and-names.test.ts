import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Index } from '#adapters/dynamodb/keys.ts';
import { operations } from '#contracts/http/operations.ts';
import { pageRoutes } from '#contracts/pages/page-routes.ts';
import { webhooks } from '#contracts/webhooks/webhooks.ts';
import { districtNamed } from '#infra/hotline-app.ts';
import { audiences } from '#test/unit/functions/audiences.ts';
import { type Resource, synthesise } from './synthesised.ts';

const { resources, templates } = synthesise();
const service = resources.filter(({ stack }) => stack === 'hotline-dev-linzi-doors');
const ofType = (type: string, among = resources): Resource[] => among.filter((resource) => resource.type === type);
const functionTag = ({ properties }: Resource): string => properties.Tags.find(({ Key }: any) => Key === 'function')?.Value;

/** What each route asks for, and which function it leads to. */
const routes = ofType('AWS::ApiGatewayV2::Route').map(({ properties }) => {
  const integration = service.find(({ id }) => id === properties.Target['Fn::Join'][1][1].Ref);
  const lambda = service.find(({ id }) => id === integration?.properties.IntegrationUri['Fn::GetAtt'][0]);
  return { route: properties.RouteKey, asks: properties.AuthorizationType, leadsTo: lambda && functionTag(lambda) };
});
const sorted = <T extends { route: string }>(list: T[]): T[] => list.toSorted((one, other) => (one.route < other.route ? -1 : 1));

describe('doors', () => {
  it('every contract has one route to the function of its audience, behind a token unless it is open; webhooks and pages have one to theirs without', () => {
    const audienceOf = (name: string): string | undefined =>
      Object.entries(audiences).find(([, served]) => served.some(({ contract }) => contract.name === name))?.[0];
    const wanted = [
      ...operations.map(({ name, method, path, isOpen }) => ({
        route: `${method} ${path}`,
        asks: isOpen ? 'NONE' : 'JWT',
        leadsTo: audienceOf(name),
      })),
      ...webhooks.map(({ name, method, path }) => ({ route: `${method} ${path}`, asks: 'NONE', leadsTo: name })),
      ...pageRoutes.map(({ method, path }) => ({ route: `${method} ${path}`, asks: 'NONE', leadsTo: 'serve-pages' })),
    ];
    expect(sorted(routes)).toEqual(sorted(wanted));
  });

  it('no request to the API is cut off while its function still works on it', () => {
    const behindRoutes = ofType('AWS::Lambda::Function', service).filter((lambda) =>
      routes.some(({ leadsTo }) => leadsTo === functionTag(lambda)),
    );
    expect(behindRoutes.filter(({ properties }) => properties.Timeout >= 30).map(functionTag)).toEqual([]);
  });
});

describe('names', () => {
  it('every folder of functions/ is deployed, and nothing else', () => {
    const deployed = new Set(ofType('AWS::Lambda::Function').map(functionTag));
    expect([...deployed].sort()).toEqual(readdirSync('functions').sort());
  });

  it('the tickets table has the indexes that the adapter asks for, by those keys', () => {
    const indexes = ofType('AWS::DynamoDB::Table').flatMap(({ properties }) => properties.GlobalSecondaryIndexes ?? []);
    expect(indexes.map(({ IndexName }) => IndexName).sort()).toEqual(Object.values(Index).sort());
    for (const { IndexName, KeySchema } of indexes) {
      expect(KeySchema.map(({ AttributeName }: any) => AttributeName)).toEqual([`${IndexName}Pk`, `${IndexName}Sk`]);
    }
  });

  it('the doors find the work queue of every department', () => {
    const prefixes = ofType('AWS::Lambda::Function').flatMap(
      ({ properties }) => properties.Environment.Variables.WORK_QUEUE_PREFIX ?? [],
    );
    const queues = ofType('AWS::SQS::Queue').map(({ properties }) => properties.QueueName);
    expect(new Set(prefixes).size).toBe(1);
    for (const { id } of districtNamed('linzi').departments) expect(queues).toContain(prefixes[0] + id);
  });

  it('the dashboard shows only queues that are there, and every dead-letter queue', () => {
    const queues: string[] = ofType('AWS::SQS::Queue').map(({ properties }) => properties.QueueName);
    const [dashboard] = ofType('AWS::CloudWatch::Dashboard');
    const body = JSON.stringify(dashboard?.properties.DashboardBody).replaceAll('\\', '');
    const shown = [...body.matchAll(/"QueueName","([^"]+)"/g)].map(([, name]) => name ?? '');
    expect(shown.filter((name) => !queues.includes(name))).toEqual([]);
    expect(queues.filter((name) => /-(dlq|given-up)$/.test(name) && !shown.includes(name))).toEqual([]);
  });

  it('says where everything is', () => {
    const outputs = Object.values(templates).flatMap(({ Outputs }) => Object.keys(Outputs ?? {}));
    const wanted = [
      ...[
        'ApiId',
        'ApiUrl',
        'PagesUrl',
        'VoiceWebhookUrl',
        'VoiceStatusUrl',
        'VoiceFallbackUrl',
        'JambonzWebhookUrl',
        'JambonzStatusUrl',
        'TicketEventsTopicArn',
        'TicketsTable',
        'FiguresTable',
        'UserPoolId',
      ],
      ...[
        'UserPoolClientId',
        'PhoneSigningSecretArn',
        'JambonzSigningSecretArn',
        'RecordingsBucket',
        'CallBacksQueueUrl',
        'ParkedCallsQueueUrl',
      ],
    ];
    expect(wanted.filter((name) => !outputs.includes(name))).toEqual([]);
    const ofLanes = outputs.filter((name) => /WorkQueueUrl/.test(name));
    expect(ofLanes).toHaveLength(districtNamed('linzi').departments.length);
  });
});
