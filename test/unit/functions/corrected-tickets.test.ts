import { describe, expect, it } from 'vitest';
import { messageOf } from '#contracts/messages/ticket-event-message.ts';
import { chooseUnit } from '#domain/district/routing.ts';
import { CountedTicket, contributionsIn } from '#domain/figures/contributions.ts';
import { changeTicket } from '#domain/tickets/change-ticket.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import * as assignUnit from '#functions/assign-unit/handler.ts';
import * as routeTicket from '#functions/route-ticket/handler.ts';
import { httpEvent, type PersonName, people } from './http-event.ts';
import { REPORT } from './reported-leak.ts';
import { district, NOW, numbers, seededHotline } from './seeded-hotline.ts';
import { keys, linzi, phoneLine } from './telephone-line.ts';
import { contractOf, UNKNOWN } from './try-out.ts';

/** The hotline of the seeds; what people do at its doors, and what its consumers make of the last event. */
const hotline = async () => {
  const { store, queue, send } = await seededHotline();
  const needs = { store, district, now: () => NOW };
  const last = () => messageOf(store.allEvents().at(-1) ?? expect.fail('nothing happened'));
  return {
    store,
    queue,
    ask: (name: string, as: PersonName, params: Record<string, string>, body?: object) =>
      send(name, httpEvent(contractOf(name), { params, ...(body && { body }) }, people[as])),
    list: async (state: string): Promise<{ number: string; danger?: object }[]> =>
      (await send('list-tickets', httpEvent(contractOf('list-tickets'), { query: { state } }, people.agent))).body.tickets,
    last,
    route: () => routeTicket.createHandler(needs)(last()),
    assign: (department: string) => assignUnit.createHandler({ ...needs, department })(last()),
    ticket: async (number: string) => (await store.get(number)) as Ticket,
  };
};
const countedIn = (ticket: Ticket): string[] =>
  contributionsIn(district)(CountedTicket().parse(ticket)).map(({ by, value }) => `${by} ${value}`);

describe('a corrected ticket', () => {
  const { received, accepted, resolved } = numbers;

  it('that nobody has dispatched is routed by what it is now', async () => {
    const { ask, last, route, ticket } = await hotline();
    const body = { category: 'heating-leak', reason: '是暖气漏水' };
    const { status } = await ask('correct-ticket', 'agent', { number: received }, body);
    expect([status, last().type]).toEqual([200, 'corrected']);
    expect(await route()).toBe('dispatched');
    expect(await ticket(received)).toMatchObject({ category: 'heating-leak', department: 'heating', rule: expect.any(String) });
  });

  it('that a department has stays with it, whatever the message says', async () => {
    const { ask, route, ticket } = await hotline();
    await ask('correct-ticket', 'supervisor', { number: accepted }, { category: 'heating-leak', reason: '是暖气漏水' });
    expect(await route()).toBe('nothing-to-do');
    expect(await ticket(accepted)).toMatchObject({ category: 'heating-leak', department: 'water', state: 'accepted' });
  });

  it('is shown as corrected to reporter, desk and department, and counts as that', async () => {
    const { ask, ticket } = await hotline();
    const before = await ticket(accepted);
    const body = { kind: 'complaint', danger: 'danger', area: 'qidu', reason: '有人被困' };
    const answer = await ask('correct-ticket', 'agent', { number: accepted }, body);
    const seen = [
      answer.body,
      (await ask('get-ticket', 'agent', { number: accepted })).body,
      (await ask('get-ticket', 'owner', { number: accepted })).body,
      (await ask('get-department-ticket', 'water', { department: 'water', number: accepted })).body,
    ];
    const now = await ticket(accepted);
    const told = { kind: 'complaint', urgent: true, area: 'qidu', acceptBy: now.schedule.accept, handleBy: now.schedule.handle };
    for (const view of seen) expect(view).toMatchObject(told);
    expect(now.schedule.handle.at < before.schedule.handle.at).toBe(true);
    const danger = { outcome: 'danger', words: [] };
    expect(seen.map((view) => view.danger)).toEqual([danger, danger, undefined, danger]);
    expect(countedIn(now)).toEqual(expect.arrayContaining(['kind complaint', 'area qidu']));
    expect(countedIn(now)).not.toEqual(expect.arrayContaining(['kind help']));
  });

  it('stands before all others of the desk when it may be dangerous', async () => {
    const { ask, list } = await hotline();
    const ordinary = await list('dispatched');
    const [doubtful, urgent] = [ordinary.at(-1)?.number ?? '', ordinary.at(-2)?.number ?? ''];
    await ask('correct-ticket', 'agent', { number: doubtful }, { danger: 'doubt', reason: '听不清' });
    await ask('correct-ticket', 'agent', { number: urgent }, { urgent: true, reason: '有老人' });
    const listed = await list('dispatched');
    expect(listed.map(({ number }) => number)).toEqual([urgent, doubtful, ...ordinary.slice(0, -2).map(({ number }) => number)]);
    expect(listed[1]?.danger).toEqual({ outcome: 'doubt' });
  });

  it('is no ticket that is resolved', async () => {
    const { ask, store } = await hotline();
    const before = store.allEvents().length;
    const { code } = await ask('correct-ticket', 'supervisor', { number: resolved }, { urgent: true, reason: '急' });
    expect([code, store.allEvents().length]).toEqual(['state-not-allowed', before]);
  });

  it('says its new due date on the phone', async () => {
    const { play, tickets } = phoneLine();
    // Who reported it rings from another telephone now.
    await play(REPORT, { from: '+8613800135679' });
    const ticket = tickets.allTickets()[0] as Ticket;
    const said = async () => (await play([keys('2'), keys(ticket.number.slice(2))])).at(-1)?.said;
    expect(await said()).toContain('11月30日17点30分');
    const circumstances = { at: NOW, actor: { role: 'agent', id: 'a' }, correlationId: 'c' } as const;
    const change = changeTicket(ticket, { action: 'correct', kind: 'inquiry', reason: '只是咨询' }, linzi, circumstances);
    if (change !== 'already-done') await tickets.commit(change);
    expect(await said()).toContain('11月24日17点30分');
  });
});

describe('a ticket that a supervisor gives to another department', () => {
  const number = numbers.accepted;
  const given = async () => {
    const made = await hotline();
    const { status, body } = await made.ask('dispatch-ticket', 'supervisor', { number }, { department: 'heating' });
    expect([status, body.department, body.state]).toEqual([200, 'heating', 'dispatched']);
    return made;
  };

  it('is unknown to the one that had it, whose leased work is of no use', async () => {
    const { ask } = await given();
    const path = { department: 'water', number };
    expect((await ask('get-department-ticket', 'water', path)).code).toBe(UNKNOWN);
    expect((await ask('accept-ticket', 'water', path)).code).toBe(UNKNOWN);
    expect((await ask('resolve-ticket', 'water', path, { outcome: '修好了' })).code).toBe(UNKNOWN);
    expect((await ask('return-ticket', 'water', path, { reason: '不归我们管' })).code).toBe(UNKNOWN);
  });

  it('gets its unit from the new lane, not from the old one, and is accepted there', async () => {
    const { ask, last, assign, ticket } = await given();
    expect(last()).toMatchObject({ type: 'reassigned', department: 'heating' });
    expect(await assign('water')).toBe('nothing-to-do');
    expect(await assign('heating')).toBe('assigned');
    const heating = district.departments.find(({ id }) => id === 'heating') ?? expect.fail('no heating');
    const now = await ticket(number);
    expect(now.unit).toBe(chooseUnit(heating, district, now.area).id);
    expect(countedIn(now)).toEqual(expect.arrayContaining(['department water', 'department heating', `unit ${now.unit}`]));
    expect((await ask('get-ticket', 'agent', { number })).body.acceptedAt).toBeUndefined();
  });

  it('may not be given away by an agent while a department has it', async () => {
    const { ask } = await hotline();
    expect((await ask('dispatch-ticket', 'agent', { number }, { department: 'heating' })).code).toBe('state-not-allowed');
  });
});
