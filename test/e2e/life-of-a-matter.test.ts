import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { describe, expect, inject, it } from 'vitest';
import { localTime } from '#domain/instant.ts';
import { telephoneOf } from '#simulator/telephone/telephone.ts';
import { handsOn } from './running-hotline.ts';

const stack = inject('stack');
const hotline = handsOn(stack);

/** Runs the department's client of examples/ once, as a department would run it. */
const runClient = async (department: string): Promise<string> => {
  const token = stack.people.find(({ groups }) => groups.includes(`department:${department}`))?.token;
  const env = { PATH: process.env.PATH, API: stack.api, DEPARTMENT: department, TOKEN: token, ONCE: '1' };
  const { stdout } = await promisify(execFile)(process.execPath, ['examples/department.mjs'], { env });
  return stdout;
};

const openByApi = async (as: string, body: object): Promise<string> =>
  (await hotline.insist({ as, path: '/tickets', body, headers: { 'idempotency-key': randomUUID() } })).ticket.number;

const figuresOf = async (by: string, value: string): Promise<any> => {
  await hotline.run('roll-up-figures');
  const { day } = localTime(new Date().toISOString(), 480);
  const path = `/figures?period=day&from=${day}&to=${day}&by=${by}`;
  const { rows } = await hotline.insist({ as: 'supervisor-liu', method: 'GET', path });
  return rows.find((row: any) => row.value === value);
};

describe('one matter, from intake to the figures', () => {
  it('comes by app, reaches its department, is done by its client, rated and counted', async () => {
    const matter = { kind: 'help', category: 'power-outage', area: 'huangcheng-wulu', matter: '五路村停电一下午了' };
    const number = await openByApi('resident-li', matter);
    const ticket = await hotline.assigned(number);
    expect(ticket).toMatchObject({ department: 'power', rule: 'power', state: 'dispatched' });

    expect(await runClient('power')).toContain(number);
    const done = await hotline.insist({ as: 'resident-li', method: 'GET', path: `/tickets/${number}` });
    expect(done.state).toBe('resolved');

    const rating = { solved: true, stars: 5, comment: '很快' };
    const rated = await hotline.insist({ as: 'resident-li', path: `/tickets/${number}/rating`, body: rating });
    expect(rated).toMatchObject({ state: 'closed', rating });

    const events = (await hotline.rowsOf(number)).filter(({ sk }) => sk.startsWith('EVENT#')).map(({ type }) => type);
    expect(events).toEqual(['opened', 'dispatched', 'assigned', 'accepted', 'resolved', 'rated']);
  });

  it('is withdrawn: its department never sees it, and the one behind it is done', async () => {
    const matter = { kind: 'help', category: 'power-outage', area: 'huangcheng-wulu', matter: '五路村路灯不亮' };
    const [withdrawn, kept] = [await openByApi('resident-li', matter), await openByApi('resident-li', matter)];
    for (const number of [withdrawn, kept]) await hotline.assigned(number);
    await hotline.insist({ as: 'resident-li', path: `/tickets/${withdrawn}/withdrawal`, body: {} });
    const told = await runClient('power');
    expect(told).toContain(kept);
    expect(told).not.toContain(withdrawn);
  });

  it('is corrected by an agent, moved by a supervisor, and reaches the lane of its new department', async () => {
    const matter = { kind: 'help', category: 'power-outage', area: 'huangcheng-wulu', matter: '五路村楼道漏水，像是停水又来水' };
    const number = await openByApi('resident-li', matter);
    const before = await hotline.assigned(number);
    expect([before.department, before.urgent]).toEqual(['power', false]);

    const correction = { category: 'water-leak', urgent: true, reason: '是水管爆裂' };
    const path = `/desk/tickets/${number}`;
    const corrected = await hotline.insist({ as: 'agent-sun', path: `${path}/correction`, body: correction });
    expect(corrected).toMatchObject({ category: 'water-leak', urgent: true, department: 'power' });
    expect(corrected.handleBy.at < before.handleBy.at).toBe(true);

    await hotline.insist({ as: 'supervisor-liu', path: `${path}/dispatch`, body: { department: 'water' } });
    const ticket = await hotline.assigned(number);
    expect(ticket).toMatchObject({ department: 'water', rule: 'by-hand', state: 'dispatched' });
    const { tickets } = await hotline.insist({ as: 'agent-sun', method: 'GET', path: '/desk/tickets?state=dispatched' });
    expect(tickets.map((one: any) => one.number)).toContain(number);
    expect(tickets[0].urgent).toBe(true);

    const events = (await hotline.rowsOf(number)).filter(({ sk }) => sk.startsWith('EVENT#')).map(({ type }) => type);
    expect(events).toEqual(['opened', 'dispatched', 'assigned', 'corrected', 'reassigned', 'assigned']);
  });

  it('comes by phone, is read out as a number, and reaches a department too', async () => {
    const telephone = await telephoneOf(stack);
    const selfService = { hearing: '自助服务请按1', keys: '1' };
    const told = [{ speech: '楼下井盖丢了，很危险' }, { speech: '齐都镇' }, { keys: '2' }, { keys: '1' }];
    const answers = [selfService, { keys: '1' }, ...told];
    const call = await telephone({ from: '+8610000000031', answers });
    const ticket = await hotline.assigned(call.number ?? 'none was heard');
    expect(ticket).toMatchObject({
      channel: 'phone',
      kind: 'help',
      matter: '楼下井盖丢了，很危险',
      category: 'road-damage',
      area: 'qidu',
      department: 'transport',
    });
    expect(ticket.contact).toEqual({ phone: '+8610000000031' });

    const lookUp = await telephone({
      from: '+8610000000032',
      answers: [selfService, { keys: '2' }, { keys: ticket.number.slice(2) }],
    });
    expect(lookUp.heard.join('')).not.toContain('井盖');
  });

  it('is counted where it was opened: numerators within their denominators', async () => {
    const all = await figuresOf('all', 'all');
    expect(all.received).toBeGreaterThanOrEqual(2);
    const power = await figuresOf('department', 'power');
    // Others may have asked the same department meanwhile.
    expect(power.received).toBeGreaterThanOrEqual(1);
    expect(power.dispatched).toBeGreaterThanOrEqual(1);
    for (const rate of ['completion', 'onTimeCompletion', 'satisfaction']) {
      const { numerator, denominator } = power.rates[rate];
      expect(numerator, rate).toBeGreaterThanOrEqual(1);
      expect(denominator, rate).toBeGreaterThanOrEqual(numerator);
    }
  });
});
