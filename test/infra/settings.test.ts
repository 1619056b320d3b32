import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { buildApp } from '../../infra/hotline-app.ts';
import { readSettings } from '../../infra/settings.ts';

describe('settings', () => {
  it('are dev and linzi when nothing is said, with Cognito', () => {
    const { stage, district, local, region } = readSettings({ '@aws-cdk/core:flag': true, 'aws:cdk:bundling-stacks': [] });
    expect([stage.name, stage.identity, stage.groupsClaim, district, local, region]).toEqual([
      ...['dev', { kind: 'cognito' }, 'cognito:groups', 'linzi', undefined, undefined],
    ]);
  });

  it('may be changed for one deployment', () => {
    const { stage } = readSettings({
      ...{ stage: 'prod', issuer: 'https://login.example.cn/', audience: 'app', 'groups-claim': 'roles' },
      ...{ 'public-url': 'https://81890.example.cn/', 'alarm-email': 'night@example.cn', 'agent-number': '+8653312345' },
    });
    expect(stage).toMatchObject({
      ...{ name: 'prod', identity: { kind: 'oidc', issuer: 'https://login.example.cn', audience: 'app' }, groupsClaim: 'roles' },
      ...{ publicUrl: 'https://81890.example.cn', alarmEmail: 'night@example.cn', agentNumber: '+8653312345' },
    });
  });

  it.each([
    [{ stage: 'test' }, 'There is no stage "test"; there are dev and prod.'],
    [{ stage: 'toString' }, 'There is no stage "toString"; there are dev and prod.'],
    [{ district: '../linzi' }, '-c district=../linzi is not the name of a folder in config/, such as linzi.'],
    [{ stge: 'prod' }, 'There is no setting "stge"; those of -c are stage, district, region, issuer, audience,'],
    [{ issuer: 'https://login.example.cn' }, 'An outside issuer of tokens needs both: -c issuer=… and -c audience=….'],
    [{ issuer: 'login', audience: 'app' }, '-c issuer=login is not an address like https://login.example.cn.'],
    [{ 'public-url': 'http://81890.cn' }, '-c public-url=http://81890.cn is not an address like https://hotline.example.cn.'],
    [{ local: '4566' }, '-c local=4566 is not an address like http://127.0.0.1:4566.'],
    [{ 'enforce-iam': 'true' }, '-c enforce-iam=true is only for a local AWS: name it with -c local=….'],
    [{ region: 'cn-north-1' }, "China's regions have no Cognito user pools: name your issuer with -c issuer=… and -c audience=…."],
  ])('%j is refused in a sentence', (context, sentence) => expect(() => readSettings(context)).toThrow(sentence));

  it('of a deployment to China are refused without an issuer, whatever tells the region', () => {
    expect(() => readSettings({}, 'cn-northwest-1')).toThrow("China's regions have no Cognito user pools");
  });
});

describe('what cdk prints when it runs the app', () => {
  const runIn = (cwd: string, context: object) =>
    spawnSync(process.execPath, [resolve('infra/app.ts')], { cwd, encoding: 'utf8', env: { ...process.env, CDK_CONTEXT_JSON: JSON.stringify(context) } });

  it('of a setting that can not be is one sentence', () => {
    const { stderr, status } = runIn('.', { stage: 'test' });
    expect({ stderr, status }).toEqual({ stderr: 'There is no stage "test"; there are dev and prod.\n', status: 1 });
  });

  it('of a district with a mistake is the file, the line, and what to do', () => {
    const folder = mkdtempSync(join(tmpdir(), 'hotline-settings-'));
    cpSync('config/example', join(folder, 'config/example'), { recursive: true });
    const file = join(folder, 'config/example/areas.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('level: town', 'level: twon'));
    const { stderr, status } = runIn(folder, { district: 'example' });
    rmSync(folder, { recursive: true });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^config\/example has a problem:\n {2}config\/example\/areas\.yaml:\d+: level is "twon" but should be one of .+\n$/);
  });
});

describe('the calendar', () => {
  const warnings = (today: string) => {
    const { data } = buildApp({ district: 'example' }, { today: new Date(today), stackTraces: false });
    return Annotations.fromStack(data).findWarning('*', Match.stringLikeRegexp('calendar')).map(({ entry }) => String(entry.data));
  };

  it('is warned of sixty days before it ends, and after', () => {
    const { last } = buildApp({ district: 'example' }).data ? { last: 2026 } : { last: 0 };
    expect(warnings(`${last}-10-01`)).toEqual([]);
    expect(warnings(`${last}-12-01`)[0]).toContain(`covers ${last} and ends in 31 days; due dates beyond it are provisional`);
    expect(warnings(`${last + 1}-02-01`)[0]).toContain(`covers ${last} and has ended`);
  });
});
