import { randomUUID } from 'node:crypto';
import { GetRolePolicyCommand, IAMClient, ListRolePoliciesCommand, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { GetFunctionConfigurationCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localTime } from '#domain/instant.ts';
import { bringUp, type RunningHotline } from '#local/bring-up.ts';
import { localClientConfig } from '#local/endpoint.ts';
import { phoneContext } from '#local/phone-context.ts';
import { type PhoneProvider, startPhoneProvider } from '#simulator/phone-provider.ts';
import { PROVIDERS, signingSecretOf, telephoneOf } from '#simulator/telephone/telephone.ts';
import { signedPost } from '#simulator/telephone/twilio.ts';
import { wiresTo } from '#simulator/telephone/wires.ts';
import { eventually, handsOn } from './running-hotline.ts';

let provider: PhoneProvider;
let running: RunningHotline;
let hotline: ReturnType<typeof handsOn>;

beforeAll(async () => {
  provider = await startPhoneProvider();
  running = await bringUp({ district: 'linzi', enforceIam: true, context: phoneContext(provider.url) });
  hotline = handsOn(running.stack);
});
afterAll(async () => {
  await running?.stop();
  await provider?.stop();
});

const open = () =>
  hotline.api({
    as: 'resident-li',
    path: '/tickets',
    body: { kind: 'help', category: 'water-leak', area: 'qidu-heya', matter: '河崖村水管漏水' },
    headers: { 'idempotency-key': randomUUID() },
  });

/** Takes an action out of a function's own policy; gives what puts it back. */
const takeAway = async (name: string, action: string): Promise<() => Promise<void>> => {
  const config = localClientConfig(running.stack.endpoint);
  const [iam, lambda] = [new IAMClient(config), new LambdaClient(config)];
  const FunctionName = hotline.functionOf(name);
  const { Role = '' } = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));
  const RoleName = Role.split('/').at(-1) ?? '';
  const { PolicyNames = [] } = await iam.send(new ListRolePoliciesCommand({ RoleName }));
  const PolicyName = PolicyNames[0] ?? '';
  const { PolicyDocument = '' } = await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName }));
  const whole = decodeURIComponent(PolicyDocument);
  const policy = JSON.parse(whole);
  for (const statement of policy.Statement) {
    statement.Action = [statement.Action].flat().map((one: string) => (one === action ? 'dynamodb:DescribeTable' : one));
  }
  if (JSON.stringify(policy) === whole) throw new Error(`${name} has no ${action} to take away`);
  const put = (document: string) => iam.send(new PutRolePolicyCommand({ RoleName, PolicyName, PolicyDocument: document }));
  await put(JSON.stringify(policy));
  return async () => void (await put(whole));
};

describe('with IAM enforced', () => {
  it('every role is enough for the whole life of a matter', async () => {
    const { body } = await open();
    const { number } = body.ticket;
    const asResident = { as: 'resident-li' };
    const asAgent = { as: 'agent-sun' };
    const asClerk = { as: 'water-clerk' };
    const water = '/departments/water';

    await hotline.insist({ ...asResident, path: `/tickets/${number}/additions`, body: { text: '越漏越大' } });
    await hotline.insist({ ...asResident, method: 'GET', path: '/tickets' });
    await hotline.insist({ ...asAgent, method: 'GET', path: '/desk/tickets?state=dispatched' });
    await hotline.assigned(number);
    await hotline.insist({ ...asClerk, method: 'GET', path: `${water}/work` });
    const november = 'period=month&from=2026-11-01&to=2026-11-30';
    await hotline.insist({ ...asClerk, method: 'GET', path: `${water}/figures?${november}` });
    const { work } = await hotline.insist({ ...asClerk, path: `${water}/work/leases`, body: {} });
    const { lease } = work.find(({ item }: any) => item.number === number);
    await hotline.insist({ ...asClerk, path: `${water}/work/give-backs`, body: { lease } });
    const again = await hotline.insist({ ...asClerk, path: `${water}/work/leases`, body: {} });
    await hotline.insist({ ...asClerk, path: `${water}/work/acknowledgements`, body: { lease: again.work[0].lease } });
    await hotline.insist({ ...asClerk, path: `${water}/tickets/${number}/return`, body: { reason: '请核实地址' } });
    await hotline.insist({ ...asAgent, path: `/desk/tickets/${number}/dispatch`, body: { department: 'water' } });
    await hotline.insist({ ...asClerk, path: `${water}/tickets/${number}/acceptance` });
    await hotline.insist({ ...asClerk, method: 'GET', path: `${water}/tickets/${number}` });
    await hotline.insist({ ...asClerk, path: `${water}/tickets/${number}/resolution`, body: { outcome: '已修好' } });
    await hotline.insist({ ...asResident, path: `/tickets/${number}/rating`, body: { solved: true, stars: 5 } });

    const key = { 'idempotency-key': randomUUID() };
    const asked = { kind: 'inquiry', area: 'linzi', matter: '几点上班', answer: '八点半' };
    await hotline.insist({ ...asAgent, path: '/desk/tickets', body: asked, headers: key });
    await hotline.run('raise-cards');
    await hotline.run('roll-up-figures');
    const { day } = localTime(new Date().toISOString(), 480);
    await hotline.insist({ as: 'supervisor-liu', method: 'GET', path: `/figures?period=day&from=${day}&to=${day}` });
  });

  it('every role is enough for the phone: its doors, recordings, texts, call-backs, and the door when nothing else works', async () => {
    const selfService = { hearing: '自助服务请按1', keys: '1' };
    const silence = { silence: true } as const;
    const numbers: string[] = [];
    for (const [place, name] of PROVIDERS.entries()) {
      const telephone = await telephoneOf(running.stack, name);
      const from = `+861000000005${place}`;
      const call = await telephone({ from, answers: [selfService, { keys: '1' }, silence, silence, silence, { recording: '' }] });
      await hotline.assigned(call.number ?? 'none was heard');
      const itsOwn = await telephone({ from, answers: [selfService, { keys: '2' }] });
      const answers = [selfService, { keys: '2' }, { keys: (call.number ?? '').slice(2) }];
      const another = await telephone({ from: `+861000000006${place}`, answers });
      for (const { heard } of [itsOwn, another]) expect(heard.join(''), name).toContain('已经派给承办单位');
      await telephone({ from, answers: [selfService, { keys: '1' }] });
      numbers.push(call.number ?? '');
    }
    const asAgent = { as: 'agent-sun' };
    for (const number of numbers) {
      const path = `/tickets/${number}`;
      await eventually(
        () => hotline.insist({ ...asAgent, method: 'GET', path }),
        ({ recording }) => recording !== undefined,
      );
      await hotline.insist({ ...asAgent, method: 'GET', path: `${path}/recording` });
    }
    await eventually(
      async () => provider.asked.filter(({ resource }) => resource === 'Messages').length,
      (texts) => texts >= numbers.length,
    );

    const leases = { ...asAgent, path: '/desk/call-backs/leases', body: { most: 10 } };
    const [first] = await eventually(
      async () => (await hotline.insist(leases)).callBacks,
      (some) => some.length > 0,
    );
    const completion = `/desk/call-backs/${encodeURIComponent(first.callBack.id)}/completion`;
    await hotline.insist({ ...asAgent, path: completion, body: { lease: first.lease, outcome: 'unreached' } });

    const secret = await signingSecretOf(running.stack, 'twilio');
    const parked = { CallSid: `CA${'5'.repeat(32)}`, From: '+8610000000055', CallStatus: 'in-progress' };
    const fallback = running.stack.webhooks['/voice/twilio/fallback'] ?? '';
    expect((await signedPost(wiresTo(running.stack), fallback, parked, secret)).status).toBe(200);
    const list = { ...asAgent, method: 'GET', path: '/desk/tickets?state=dispatched&limit=100' } as const;
    const { tickets } = await eventually(
      () => hotline.insist(list),
      (found) => found.tickets.some(({ excerpt }: any) => excerpt.startsWith('（系统故障时来电')),
    );
    const { number } = tickets.find(({ excerpt }: any) => excerpt.startsWith('（系统故障时来电'));
    const filed = await hotline.insist({ ...asAgent, method: 'GET', path: `/tickets/${number}` });
    expect(filed.reporterPhone).toBe('100****0055');
    await hotline.run('end-silent-calls');
    await hotline.run('ring-reporters');
    await hotline.run('ring-duty');
  });

  it('a role without one of its actions is refused', async () => {
    const giveBack = await takeAway('resident-api', 'dynamodb:PutItem');
    expect((await open()).status).toBe(500);
    await giveBack();
    expect((await open()).status).toBe(201);
  });
});
