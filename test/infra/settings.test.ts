import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { afterAll, describe, expect, it } from 'vitest';
import { warnWhenCalendarEnds } from '#infra/constructs/calendar-warning.ts';
import { buildApp, districtNamed } from '#infra/hotline-app.ts';
import { readSettings } from '#infra/settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'hotline-settings-'));
afterAll(() => rmSync(folder, { recursive: true }));

const INSTANCE = { 'connect-instance': 'arn:aws:connect:eu-central-1:123456789012:instance/a' };

describe('settings', () => {
  it('are dev and linzi when nothing is said, with Cognito', () => {
    const { stage, district, local, region } = readSettings({ '@aws-cdk/core:flag': true, 'aws:cdk:bundling-stacks': [] });
    expect([stage.name, stage.identity, stage.groupsClaim, district, local, region]).toEqual([
      ...['dev', { kind: 'cognito' }, 'cognito:groups', 'linzi', undefined, undefined],
    ]);
  });

  it('let residents sign up by themselves, unless they are told otherwise', () => {
    expect(readSettings({}).stage.residentsSignUp).toBe(true);
    expect(readSettings({ stage: 'prod', district: 'linzi', 'resident-sign-up': 'false' }).stage.residentsSignUp).toBe(false);
  });

  it('may be changed for one deployment', () => {
    const { stage } = readSettings({
      ...{ stage: 'prod', district: 'linzi', issuer: 'https://login.example.cn/', audience: 'app', 'groups-claim': 'roles' },
      ...{ 'public-url': 'https://81890.example.cn/', 'alarm-email': 'night@example.cn', 'agent-number': '+8653312345' },
      'phone-throttle': '40/50',
    });
    expect(stage).toMatchObject({
      ...{ name: 'prod', identity: { kind: 'oidc', issuer: 'https://login.example.cn/', audience: 'app' }, groupsClaim: 'roles' },
      throttles: { api: { rate: 150, burst: 100 }, phone: { rate: 40, burst: 50 } },
      ...{ publicUrl: 'https://81890.example.cn', alarmEmail: 'night@example.cn', agentNumber: '+8653312345' },
    });
  });

  it.each([
    [{ stage: 'test' }, 'There is no stage "test"; there are dev and prod.'],
    [{ stage: 'prod' }, 'The stage prod takes no district for granted: name yours, a folder in config/, with -c district=….'],
    [{ toString: 'x' }, 'There is no setting "toString"'],
    [{ stage: 'toString' }, 'There is no stage "toString"; there are dev and prod.'],
    [{ district: '../linzi' }, '-c district=../linzi is not the name of a folder in config/, such as linzi.'],
    [{ stge: 'prod' }, 'There is no setting "stge"; those of -c are stage, district, region, issuer, audience,'],
    [{ issuer: 'https://login.example.cn' }, 'An outside issuer of tokens needs both: -c issuer=… and -c audience=….'],
    [{ issuer: 'login', audience: 'app' }, '-c issuer=login is not of the form https://login.example.cn.'],
    [{ issuer: 'http://login.cn', audience: 'app' }, '-c issuer=http://login.cn is not of the form https://login.example.cn.'],
    [{ region: 'nowhere' }, '-c region=nowhere is not of the form cn-north-1.'],
    [{ 'alarm-email': 'nobody' }, '-c alarm-email=nobody is not of the form night@example.cn.'],
    [{ 'public-url': 'http://81890.cn' }, '-c public-url=http://81890.cn is not an address like https://hotline.example.cn.'],
    [{ local: '4566' }, '-c local=4566 is not an address like http://127.0.0.1:4566.'],
    [{ 'agent-number': 'the desk' }, '-c agent-number=the desk is not of the form +8653312345.'],
    [{ 'agent-number': '81890', 'agent-queue': 'desk' }, 'Agents have a number or a queue: leave -c agent-number=… or'],
    [{ 'caller-id': '+8653381890' }, 'To ring and text people both are needed: -c phone-account=… and -c caller-id=….'],
    [{ 'phone-api': 'http://api.example' }, '-c phone-api=http://api.example is not an address like https://api.twilio.com.'],
    [{ 'department-concurrency': '0' }, '-c department-concurrency=0 is not of the form 20.'],
    [{ 'recordings-days': '0' }, '-c recordings-days=0 is not of the form 365.'],
    [{ 'api-throttle': '500' }, '-c api-throttle=500 is not of the form 150/100.'],
    [{ 'phone-throttle': '0/100' }, '-c phone-throttle=0/100 is not of the form 300/300.'],
    [{ 'emergency-dial': 'yes' }, '-c emergency-dial=yes is neither true nor false.'],
    [{ 'connect-instance': 'mine' }, '-c connect-instance=mine is not of the form arn:aws:connect:'],
    [{ 'connect-queue': 'arn:aws:connect:eu-central-1:123456789012:instance/a/queue/b' }, 'name it with -c connect-instance=….'],
    [{ ...INSTANCE, 'connect-queue': 'arn:aws:connect:eu-central-1:123456789012:instance/b/queue/c' }, 'of another instance'],
    [{ ...INSTANCE, 'connect-bot': 'arn:aws:lex:eu-west-2:123456789012:bot-alias/A/B' }, 'is not in the region and account'],
    [{ ...INSTANCE, region: 'eu-west-2' }, 'The Connect instance is in eu-central-1, and so must be the deployment'],
    [{ 'resident-sign-up': 'no' }, '-c resident-sign-up=no is neither true nor false.'],
    [
      { issuer: 'https://login.example.cn', audience: 'app', 'resident-sign-up': 'false' },
      'An outside issuer has its own way to sign up: leave -c resident-sign-up=… out.',
    ],
    [{ 'sign-in': 'http://127.0.0.1:4600' }, '-c sign-in=… is only for a local AWS, where sample people need no password'],
    [{ 'enforce-iam': 'true' }, '-c enforce-iam=true is only for a local AWS: name it with -c local=….'],
    [
      { region: 'cn-north-1' },
      "China's regions have no Cognito user pools: name your issuer with -c issuer=… and -c audience=….",
    ],
    [{ 'caller-id': '+123', 'phone-account': 'AC00000000' }, '-c caller-id=+123 is not of the form +8653381890.'],
  ])('%j is refused in a sentence', (context, sentence) => expect(() => readSettings(context)).toThrow(sentence));

  it('of agents whose number is not written as the provider dials it are refused, by the district that they are in', () => {
    for (const [written, dialled] of [
      ['05337180000', '+865337180000'],
      ['7180000', '+865337180000'],
      ['13800000000', '+8613800000000'],
    ]) {
      const app = () =>
        buildApp({ district: 'example', 'agent-number': String(written) }, { outdir: folder, stackTraces: false });
      expect(app).toThrow(`-c agent-number=${written} is not what the provider dials: write -c agent-number=${dialled}.`);
    }
  });

  it('of an instance of Connect in another region than the deployment are refused, whatever tells the region', () => {
    expect(() => readSettings(INSTANCE, 'us-east-1')).toThrow('The Connect instance is in eu-central-1, and so must be');
    expect(readSettings(INSTANCE, 'eu-central-1').stage.connect?.arn).toBe(INSTANCE['connect-instance']);
    expect(readSettings({ ...INSTANCE, region: 'eu-central-1' }, 'us-east-1').region).toBe('eu-central-1');
  });

  it('of a deployment to China are refused without an issuer, whatever tells the region', () => {
    expect(() => readSettings({}, 'cn-northwest-1')).toThrow("China's regions have no Cognito user pools");
  });
});

describe('what cdk prints when it runs the app', () => {
  const runIn = (cwd: string, context: object) =>
    spawnSync(process.execPath, [resolve('infra/app.ts')], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, CDK_OUTDIR: join(folder, 'cdk.out'), CDK_CONTEXT_JSON: JSON.stringify(context) },
    });

  it('of a setting that can not be is one sentence', () => {
    const { stderr, status } = runIn('.', { stage: 'test' });
    expect({ stderr, status }).toEqual({ stderr: 'There is no stage "test"; there are dev and prod.\n', status: 1 });
  });

  it('of a district with a mistake is the file, the line, and what to do', () => {
    cpSync('config/example', join(folder, 'config/example'), { recursive: true });
    const file = join(folder, 'config/example/areas.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('level: town', 'level: twon'));
    const { stderr, status } = runIn(folder, { district: 'example' });
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^config\/example has a problem:\n {2}config\/example\/areas\.yaml:\d+: level is "twon" but should be one of .+\n$/,
    );
  });
});

describe('the calendar', () => {
  const { calendar } = districtNamed('example');
  const { last } = calendar.coveredYears;
  const warningsOn = (day: string): string[] => {
    const stack = new Stack(new App({ outdir: folder }), 'stack');
    warnWhenCalendarEnds(stack, calendar, new Date(day));
    return warningsAt(stack);
  };
  const warningsAt = ({ node }: Stack): string[] =>
    node.metadata.filter(({ type }) => type === 'aws:cdk:warning').map(({ data }) => String(data));

  it('is warned of sixty days before it ends, and after', () => {
    expect(warningsOn(`${last}-11-01`)).toEqual([]);
    expect(warningsOn(`${last}-11-02`)[0]).toContain(`covers ${last} and ends in 60 days; due dates beyond it are provisional`);
    expect(warningsOn(`${last + 1}-02-01`)[0]).toContain(`covers ${last} and has ended`);
  });

  it('is looked at whenever the app is built', () => {
    const { data } = buildApp({ district: 'example' }, { outdir: folder, today: new Date(`${last}-12-01`), stackTraces: false });
    expect(warningsAt(data)[0]).toContain('ends in 31 days');
  });
});
