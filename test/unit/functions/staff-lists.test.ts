import { describe, expect, it } from 'vitest';
import { plusMinutes } from '#domain/instant.ts';
import { httpEvent, type PersonName, people, type Sent } from './http-event.ts';
import { NOW, numbers, SECRETS, seededHotline } from './seeded-hotline.ts';
import { contractOf } from './try-out.ts';

type Hotline = Awaited<ReturnType<typeof seededHotline>>;

const ask = (hotline: Hotline, name: string, sent: Sent, person: PersonName) =>
  hotline.send(name, httpEvent(contractOf(name), sent, people[person]));
const ofWater = (query: Record<string, string> = {}): Sent => ({ params: { department: 'water' }, query });
const numbersIn = (tickets: { number: string }[]): string[] => tickets.map(({ number }) => number).sort();

describe('the list of a department', () => {
  it('has what is with it and nothing of others, not even in its counts', async () => {
    const hotline = await seededHotline();
    const { body } = await ask(hotline, 'list-department-tickets', ofWater(), 'water');
    const { received: _, withPower: __, resolved: ___, closed: ____, ...own } = numbers;
    expect(numbersIn(body.tickets)).toEqual(Object.values(own).sort());
    expect(body.total).toBe(body.tickets.length);
    expect(body.counts.department).toEqual({ water: body.total });
    expect(JSON.stringify(body)).not.toContain(numbers.withPower);
    const others = await ask(hotline, 'list-department-tickets', { params: { department: 'power' } }, 'power');
    expect(numbersIn(others.body.tickets)).toEqual([numbers.withPower]);
  });

  it('finds what was returned, and the history of a month, without leasing anything', async () => {
    const hotline = await seededHotline();
    const returned = await ask(hotline, 'list-department-tickets', ofWater({ state: 'returned' }), 'water');
    expect(numbersIn(returned.body.tickets)).toEqual([numbers.returned]);
    const done = await ask(hotline, 'list-department-tickets', ofWater({ month: '2026-11' }), 'water');
    expect(numbersIn(done.body.tickets)).toEqual([numbers.resolved, numbers.closed].sort());
    const other = await ask(hotline, 'list-department-tickets', ofWater({ month: '2026-10' }), 'water');
    expect(other.body).toMatchObject({ tickets: [], total: 0 });
  });

  it('is told that what it returned has gone, and then the same whatever others do to it', async () => {
    const number = numbers.accepted;
    const told = async (othersAct: boolean): Promise<string[][]> => {
      const hotline = await seededHotline();
      let after = (await ask(hotline, 'list-department-tickets', ofWater(), 'water')).body.changes;
      const left: string[][] = [];
      const does = async (name: string, sent: Sent, person: PersonName) =>
        expect([name, (await ask(hotline, name, sent, person)).status]).toEqual([name, 200]);
      const ofPower = { department: 'power', number };
      for (let minute = 1; minute < 30; minute += 1) {
        hotline.setTime(plusMinutes(NOW, minute));
        const reason = '不归我们';
        if (minute === 2) await does('return-ticket', { params: { department: 'water', number }, body: { reason } }, 'water');
        if (minute === 4) await does('dispatch-ticket', { params: { number }, body: { department: 'power' } }, 'agent');
        if (othersAct && minute === 7) await does('accept-ticket', { params: ofPower }, 'power');
        if (othersAct && minute === 15) await does('return-ticket', { params: ofPower, body: { reason } }, 'power');
        if (othersAct && minute === 20)
          await does('dispatch-ticket', { params: { number }, body: { department: 'housing' } }, 'agent');
        const { body } = await ask(hotline, 'list-department-changes', ofWater({ after }), 'water');
        after = body.changes;
        left.push(body.left);
      }
      return left;
    };
    const alone = await told(false);
    expect(alone.slice(0, 3)).toEqual([[], [], []]);
    expect(alone[3]).toEqual([number]);
    expect(alone.slice(10).flat()).toEqual([]);
    expect(await told(true)).toEqual(alone);
  });

  it('can not be searched by a telephone, or by another department', async () => {
    for (const query of [{ phone: SECRETS.phone }, { department: 'power' }, { phoneKey: 'x' }]) {
      const hotline = await seededHotline();
      expect((await ask(hotline, 'list-department-tickets', ofWater(query as never), 'water')).code).toBe('request-invalid');
    }
  });
});

describe('the lists of the desk', () => {
  it('find the tickets of a telephone as people write it', async () => {
    const hotline = await seededHotline();
    const { body } = await ask(hotline, 'list-tickets', { query: { phone: '+86 100-0000-0001' } }, 'agent');
    expect(body.total).toBe(0);
    // What the seed opened has no key: only doors give one.
    const opened = await ask(
      hotline,
      'open-ticket-for-caller',
      {
        headers: { 'idempotency-key': 'by-telephone' },
        body: { matter: '路灯不亮', area: 'xuegong', contact: { phone: '13800000007' } },
      },
      'agent',
    );
    expect(opened.status).toBe(201);
    const found = await ask(hotline, 'list-tickets', { query: { phone: '+86 138 0000 0007' } }, 'agent');
    expect(numbersIn(found.body.tickets)).toEqual([opened.body.ticket.number]);
    expect(JSON.stringify(found.body)).not.toContain('13800000007');
    const bad = await ask(hotline, 'list-tickets', { query: { phone: '12' } }, 'agent');
    expect([bad.code, bad.body.errors[0].pointer]).toEqual(['request-invalid', '/query/phone']);
  });

  it('tell what changed since, and what left them', async () => {
    const hotline = await seededHotline();
    const query = { state: 'dispatched' };
    const { body: list } = await ask(hotline, 'list-tickets', { query }, 'agent');
    const since = (after: string) => ask(hotline, 'list-changes', { query: { ...query, after } }, 'agent');
    hotline.setTime('2026-11-23T02:31:00.000Z');
    const quiet = (await since(list.changes)).body;
    hotline.setTime('2026-11-23T02:31:10.000Z');
    const dispatched = { params: { number: numbers.received }, body: { department: 'power' } };
    await ask(hotline, 'dispatch-ticket', dispatched, 'agent');
    await ask(hotline, 'accept-ticket', { params: { department: 'water', number: numbers.dispatched } }, 'water');
    hotline.setTime('2026-11-23T02:31:11.000Z');
    const { body } = await since(quiet.changes);
    expect([numbersIn(body.tickets), body.left]).toEqual([[numbers.received], [numbers.dispatched]]);
    expect(body.tickets[0]).toMatchObject({ version: 2, names: { state: '已派单' }, actions: expect.any(Array) });
    const { body: ofPower } = await ask(hotline, 'list-department-tickets', { params: { department: 'power' } }, 'power');
    hotline.setTime('2026-11-23T02:31:12.000Z');
    const asked = { params: { department: 'power' }, query: { after: ofPower.changes } };
    const { body: power } = await ask(hotline, 'list-department-changes', asked, 'power');
    expect([numbersIn(power.tickets), power.left]).toEqual([[numbers.received], []]);
  });
});
