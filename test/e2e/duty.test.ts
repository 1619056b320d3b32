import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, inject, it } from 'vitest';
import { ASKED, type Asked } from '#simulator/phone-provider.ts';
import { signingSecretOf, telephoneOf } from '#simulator/telephone/telephone.ts';
import { signedPost } from '#simulator/telephone/twilio.ts';
import { wiresTo } from '#simulator/telephone/wires.ts';
import { eventually, handsOn } from './running-hotline.ts';

const stack = inject('stack');
const api = inject('phoneApi');
const hotline = handsOn(stack);

/** The calls that the hotline made to who is on duty about a ticket. */
const callsAbout = async (number: string): Promise<Record<string, string>[]> => {
  const asked = (await (await fetch(api + ASKED)).json()) as Asked[];
  return asked.flatMap(({ resource, fields }) =>
    resource === 'Calls' && fields.Url?.includes(`duty=${number}-`) ? [fields] : [],
  );
};

/** Runs the function as each minute does, until somebody was rung, and twice more. */
const ringFor = async (number: string): Promise<Record<string, string>> => {
  await eventually(
    async () => {
      await hotline.run('ring-duty');
      return callsAbout(number);
    },
    (calls) => calls.length > 0,
    60,
  );
  await Promise.all([hotline.run('ring-duty'), hotline.run('ring-duty')]);
  const [call = {}, ...others] = await callsAbout(number);
  expect(others).toEqual([]);
  return call;
};

/** Picks up as Twilio tells of it, and presses 1. */
const pressOne = async ({ To = '', From = '', Url = '' }: Record<string, string>): Promise<string> => {
  const secret = await signingSecretOf(stack, 'twilio');
  const wires = wiresTo(stack);
  const about = {
    CallSid: `CA${randomBytes(16).toString('hex')}`,
    To,
    From,
    Direction: 'outbound-api',
    CallStatus: 'in-progress',
  };
  const asked = await signedPost(wires, Url, about, secret);
  const action = / action="([^"]*)"/.exec(asked.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
  return (await signedPost(wires, action, { ...about, Digits: '1' }, secret)).body;
};

const dutyEvents = async (number: string) =>
  (await hotline.rowsOf(number)).flatMap(({ sk, type, name }) =>
    sk.startsWith('EVENT#') && type.startsWith('duty-') ? [`${type} ${name}`] : [],
  );

describe('somebody in danger', () => {
  it('by the app rings who is on duty once, and their 1 stands in the history of the ticket', async () => {
    const body = { kind: 'help', category: 'water-leak', area: 'qidu', matter: '楼下配电箱冒火花，有人触电倒地了' };
    const headers = { 'idempotency-key': randomUUID() };
    // Nobody else's danger: tickets of one reporter share a call.
    const { ticket } = await hotline.insist({ as: 'resident-zhao', path: '/tickets', body, headers });
    const { number } = ticket;
    await hotline.assigned(number);
    const call = await ringFor(number);
    expect(call.To).toBe('+8610000000101');
    expect(await pressOne(call)).toContain('已记录由您接办');
    expect(await dutyEvents(number)).toEqual(['duty-rung 供水抢修值班员', 'duty-taken 供水抢修值班员']);
    const seen = await hotline.insist({ as: 'agent-sun', method: 'GET', path: `/tickets/${number}` });
    expect(seen.duty).toMatchObject({ takenBy: '供水抢修值班员', steps: [{ phone: '100****0101' }] });
  });

  it('by phone rings who is on duty once', async () => {
    const telephone = await telephoneOf(stack);
    const selfService = { hearing: '自助服务请按1', keys: '1' };
    // By day an agent is rung first; nobody at the desk has time.
    const busy = { hearing: '转接人工', agent: 'busy' } as const;
    const told = [{ keys: '1' }, { speech: '我家着火了' }, busy, { speech: '齐都镇' }];
    const { number = '' } = await telephone({ from: '+8610000000033', answers: [selfService, ...told] });
    await hotline.assigned(number);
    await ringFor(number);
    expect((await dutyEvents(number)).filter((line) => line.startsWith('duty-rung'))).toHaveLength(1);
  });
});
