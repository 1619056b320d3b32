import { describe, expect, it } from 'vitest';
import { getDepartmentFiguresContract } from '#contracts/http/get-department-figures.ts';
import { contributionsIn } from '#domain/figures/contributions.ts';
import { plusMinutes } from '#domain/instant.ts';
import { getDepartmentFigures } from '#functions/department-api/get-department-figures.ts';
import { createHandler as createRollUp } from '#functions/roll-up-figures/handler.ts';
import { apiFunction } from '#runtime/api.ts';
import { memoryFigures } from '#test/adapters/memory/figures-store.ts';
import { actors, changed, MONDAY_AT_TEN, opening } from '#test/unit/domain/new-ticket.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';
import { serve } from '#use-cases/operation.ts';
import { claimsOf, httpEvent, type PersonName, people, type Sent } from './http-event.ts';
import { sourceAt } from './random-lives.ts';
import { GROUPS_CLAIM, numbers, seededHotline, subjects } from './seeded-hotline.ts';
import { contractOf } from './try-out.ts';

type Hotline = Awaited<ReturnType<typeof seededHotline>>;

const ask = async (hotline: Hotline, name: string, sent: Sent = {}, person: PersonName = 'water') => {
  const params = { department: person, ...sent.params };
  return hotline.send(name, httpEvent(contractOf(name), { ...sent, params }, people[person]));
};

describe('the state of a department’s work', () => {
  it('is of its own tickets that wait for acceptance, and of its own queue', async () => {
    const hotline = await seededHotline();
    const { body } = await ask(hotline, 'get-department-work');
    const waiting = [numbers.dispatched, numbers.full, numbers.forSomebody, numbers.anonymous];
    const opened = await Promise.all(waiting.map(async (number) => (await hotline.store.get(number))?.openedAt ?? ''));
    expect(body).toMatchObject({ notAccepted: 4, since: opened.sort()[0], queue: { waiting: 1, leased: 1 } });
    expect(body.acceptBy > body.since).toBe(true);
    expect((await ask(hotline, 'get-department-work', {}, 'power')).body).toMatchObject({
      notAccepted: 1,
      queue: { waiting: 0, leased: 0 },
    });
  });

  it('changes with an acceptance, and says no moment where nothing waits', async () => {
    const hotline = await seededHotline();
    await ask(hotline, 'accept-ticket', { params: { number: numbers.withPower } }, 'power');
    const { body } = await ask(hotline, 'get-department-work', {}, 'power');
    expect(body).toEqual({ notAccepted: 0, queue: { waiting: 0, leased: 0 } });
  });
});

describe('work that is leased', () => {
  it('has names beside its ids, in the language of who asks', async () => {
    for (const [language, names] of [
      ['zh', { category: '漏水', department: '区供水服务中心' }],
      ['en', { category: 'Burst pipes and leaks', department: 'Water Supply Service Centre' }],
    ] as const) {
      const hotline = await seededHotline();
      const { body } = await ask(hotline, 'lease-work', { body: {}, headers: { 'accept-language': language } });
      expect(body.work[0].item).toMatchObject({ number: numbers.accepted, category: 'water-leak' });
      expect(body.work[0].item.names).toEqual({
        category: expect.stringContaining(names.category),
        department: expect.stringContaining(names.department),
        kind: expect.any(String),
        unit: expect.not.stringContaining(body.work[0].item.unit),
        area: [expect.any(String), expect.any(String)],
      });
    }
  });

  it('is for others no more once a clerk accepted it, and nobody acknowledges it', async () => {
    const hotline = await seededHotline();
    const program = claimsOf(subjects.agent, ['department:water']);
    const lease = () =>
      hotline.send('lease-work', httpEvent(contractOf('lease-work'), { params: { department: 'water' }, body: {} }, program));
    hotline.setTime('2026-11-23T04:00:00.000Z');
    await ask(hotline, 'accept-ticket', { params: { number: numbers.dispatched } });
    expect((await lease()).body.work).toEqual([]);
    expect((await ask(hotline, 'get-department-work')).body.queue).toEqual({ waiting: 0, leased: 0 });
  });
});

describe('the figures of a department', () => {
  const counted = async () => {
    const dispatch = { action: 'dispatch', department: 'waterworks', rule: 'water' } as const;
    const write = (random: number, department = 'waterworks') => {
      const opened = opening({}, { random });
      return [opened, changed(opened.ticket, { ...dispatch, department }, 'system')] as const;
    };
    const [first, second, others] = [write(1), write(2), write(3, 'heatworks')];
    const assigned = changed(first[1].ticket, { action: 'assign' }, 'system');
    const returned = changed(second[1].ticket, { action: 'return', reason: 'Not ours' }, 'department');
    const elsewhere = changed(returned.ticket, { ...dispatch, department: 'heatworks' }, 'agent');
    const changes = [...first, assigned, ...second, returned, elsewhere, ...others];
    const written = changes.map((change) => ({
      change,
      eventShows: change.event.recordedAt,
      ticketShows: change.event.recordedAt,
    }));
    const now = plusMinutes(MONDAY_AT_TEN, 120);
    const figures = memoryFigures();
    await figures.advance(undefined, { settled: MONDAY_AT_TEN, asOf: MONDAY_AT_TEN });
    const needs = { figures, contributionsOf: contributionsIn(smallDistrict), offset: 480, now: () => now, log: () => {} };
    await createRollUp({ source: sourceAt(written, () => now, []), ...needs })();
    const standing = { district: smallDistrict, now: () => now, randomBelow: () => 0 };
    const door = apiFunction(serve([getDepartmentFigures], { figures, ...standing }), {
      groupsClaim: GROUPS_CLAIM,
      log: () => {},
    });
    return async (department: string) => {
      const query = { period: 'month', from: '2026-11-01', to: '2026-11-30' };
      const claims = claimsOf(actors.department.id ?? '', [`department:${department}`]);
      const { body = '' } = await door(httpEvent(getDepartmentFiguresContract, { params: { department }, query }, claims));
      return JSON.parse(body);
    };
  };

  it('are its own and those of its units, and of no other department', async () => {
    const figuresOf = await counted();
    const { department, units, asOf } = await figuresOf('waterworks');
    expect(asOf).toEqual(expect.any(String));
    expect(department).toEqual([expect.objectContaining({ value: 'waterworks', start: '2026-11', dispatched: 2, returned: 1 })]);
    expect(department[0].rates.returned).toEqual({ numerator: 1, denominator: 2, rate: 0.5 });
    expect(units).toEqual([expect.objectContaining({ dispatched: 1, returned: 0, name: expect.any(String) })]);
    const heat = await figuresOf('heatworks');
    expect(heat.department).toEqual([expect.objectContaining({ value: 'heatworks', dispatched: 2, returned: 0 })]);
    expect(JSON.stringify(heat)).not.toContain('water');
  });
});
