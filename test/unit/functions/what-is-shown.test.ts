import { describe, expect, it } from 'vitest';
import { operations } from '#contracts/http/operations.ts';
import { getTicket } from '#functions/resident-api/get-ticket.ts';
import { httpEvent, type PersonName, people, type Sent } from './http-event.ts';
import { district, ids, NOW, numbers, SECRETS, seededHotline } from './seeded-hotline.ts';

const ask = async (name: string, sent: Sent, person: PersonName, hotline?: Awaited<ReturnType<typeof seededHotline>>) => {
  const contract = operations.find((operation) => operation.name === name);
  if (!contract) throw new Error(`there is no operation ${name}`);
  return (hotline ?? (await seededHotline())).send(name, httpEvent(contract, sent, people[person]));
};
const ofWater = (number: string): Sent => ({ params: { department: 'water', number } });

const FOR_THE_REPORTER = [
  ...['number', 'state', 'kind', 'category', 'channel', 'matter', 'area', 'urgent', 'openedAt', 'department', 'additions'],
  ...['dispatchedAt', 'answeredDirectly', 'acceptBy', 'handleBy', 'history', 'names', 'actions'],
];
const FOR_STAFF = [...FOR_THE_REPORTER, 'version', 'rule', 'cards', 'returns', 'anonymous'];

describe('a ticket', () => {
  it('shows a resident what is theirs to know', async () => {
    const { body } = await ask('get-ticket', { params: { number: numbers.dispatched } }, 'owner');
    expect(Object.keys(body).sort()).toEqual([...FOR_THE_REPORTER].sort());
  });

  it.each(['add-to-ticket', 'rate-ticket'])('is shown to the resident alike by %s', async (name) => {
    const sent: Sent =
      name === 'add-to-ticket'
        ? { params: { number: numbers.dispatched }, body: { text: '还在漏' } }
        : { params: { number: numbers.resolved }, body: { solved: false, stars: 1 } };
    const { body } = await ask(name, sent, 'owner');
    for (const hidden of ['version', 'rule', 'cards', 'returns', 'reporter', 'reporterPhone', 'schedule'])
      expect(body).not.toHaveProperty(hidden);
  });

  it.each(['agent', 'supervisor'] as const)('shows the desk (%s) also the contact, when one is read', async (person) => {
    const { body } = await ask('get-ticket', { params: { number: numbers.anonymous } }, person);
    expect(Object.keys(body).sort()).toEqual([...FOR_STAFF, 'reporterPhone', 'contact'].sort());
    expect(body.contact).toEqual({ name: SECRETS.name, phone: SECRETS.phone });
  });

  it('shows a department no contact, and of an anonymous reporter not even a masked number', async () => {
    const open = await ask('get-department-ticket', ofWater(numbers.dispatched), 'water');
    expect(Object.keys(open.body).sort()).toEqual([...FOR_STAFF, 'reporterPhone'].sort());
    expect(open.body.reporterPhone).toBe('100****0001');
    const anonymous = await ask('get-department-ticket', ofWater(numbers.anonymous), 'water');
    expect(Object.keys(anonymous.body).sort()).toEqual([...FOR_STAFF].sort());
  });

  it.each([
    ['accept-ticket', undefined],
    ['return-ticket', { reason: '不归我们管' }],
    ['resolve-ticket', { outcome: '已换阀门' }],
  ])('is shown to a department alike by %s', async (name, body) => {
    const hotline = await seededHotline();
    if (name === 'resolve-ticket') await ask('accept-ticket', ofWater(numbers.anonymous), 'water', hotline);
    const { status, body: shown } = await ask(name, { ...ofWater(numbers.anonymous), ...(body && { body }) }, 'water', hotline);
    expect([status, shown.number]).toEqual([200, numbers.anonymous]);
    expect(JSON.stringify(shown)).not.toMatch(/contact|reporterPhone|100\*\*\*\*0001/);
  });

  it('has its contact read for the desk only', async () => {
    const { store } = await seededHotline();
    let reads = 0;
    const contact = (number: string) => {
      reads += 1;
      return store.contact(number);
    };
    const handler = getTicket.handler({ store: { get: store.get, contact }, district, now: () => NOW, randomBelow: () => 0 });
    const request = {
      params: { number: numbers.dispatched },
      query: undefined,
      headers: {},
      body: undefined,
      correlationId: 'x',
    };
    await handler({ ...request, caller: { role: 'resident', id: ids.owner } });
    expect(reads).toBe(0);
    await handler({ ...request, caller: { role: 'supervisor', id: ids.supervisor } });
    expect(reads).toBe(1);
  });
});

describe('a list', () => {
  it('of the desk has no contact in it', async () => {
    const { body } = await ask('list-tickets', { query: { state: 'dispatched' } }, 'agent');
    expect(body.tickets.length).toBeGreaterThan(2);
    expect(JSON.stringify(body)).not.toContain(SECRETS.phone);
    expect(JSON.stringify(body)).not.toContain(SECRETS.name);
    expect(JSON.stringify(body)).not.toContain('100****0001');
  });

  it('of a resident has theirs alone, newest first, page by page', async () => {
    const hotline = await seededHotline();
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query: Record<string, string> = { limit: '3', ...(cursor !== undefined && { cursor }) };
      const { body } = await ask('list-own-tickets', { query }, 'owner', hotline);
      expect(body.tickets.length).toBeLessThanOrEqual(3);
      seen.push(...body.tickets.map(({ number }: { number: string }) => number));
      cursor = body.cursor;
    } while (cursor !== undefined);
    const { withPower: _, forSomebody: __, ...own } = numbers;
    expect(seen).toEqual(Object.values(own).reverse());
    const others = await ask('list-own-tickets', {}, 'otherResident', hotline);
    expect(others.body.tickets.map(({ number }: { number: string }) => number)).toEqual([numbers.withPower]);
  });

  it("takes no cursor of another's list", async () => {
    const hotline = await seededHotline();
    const { body } = await ask('list-own-tickets', { query: { limit: '1' } }, 'owner', hotline);
    for (const cursor of [body.cursor, 'x', Buffer.from('["a"]').toString('base64url')]) {
      const { status, code } = await ask('list-own-tickets', { query: { cursor } }, 'otherResident', hotline);
      expect([status, code]).toEqual([400, 'cursor-invalid']);
    }
  });

  it.each([{ limit: '0' }, { limit: '101' }, { limit: '2.5' }, { limit: 'x' }, { limit: '' }, { cursor: '' }, { Limit: '5' }])(
    'with %j is refused',
    async (query) => expect((await ask('list-own-tickets', { query }, 'owner')).code).toBe('request-invalid'),
  );
});

describe('a dispatch by hand', () => {
  it('says so, corrects kind and category, and works the due date out again', async () => {
    const hotline = await seededHotline();
    const before = await hotline.store.get(numbers.received);
    const params = { number: numbers.received };
    const corrected = { department: 'heating', kind: 'complaint', category: 'heating-cold' };
    const { body } = await ask('dispatch-ticket', { params, body: corrected }, 'agent', hotline);
    expect(body).toMatchObject({ ...corrected, state: 'dispatched', rule: 'by-hand', acceptBy: before?.schedule.accept });
    expect(body.handleBy.at < (before?.schedule.handle.at ?? '')).toBe(true);
  });
});

describe('a deed told twice', () => {
  it.each<[string, Sent, PersonName]>([
    ['accept-ticket', ofWater(numbers.dispatched), 'water'],
    ['return-ticket', { ...ofWater(numbers.accepted), body: { reason: '不归我们管' } }, 'water'],
    ['resolve-ticket', { ...ofWater(numbers.accepted), body: { outcome: '已换阀门' } }, 'water'],
    ['rate-ticket', { params: { number: numbers.resolved }, body: { solved: true, stars: 5 } }, 'owner'],
    ['add-to-ticket', { params: { number: numbers.dispatched }, body: { text: '还在漏' } }, 'owner'],
    ['dispatch-ticket', { params: { number: numbers.received }, body: { department: 'water' } }, 'agent'],
  ])('%s is one event', async (name, sent, person) => {
    const hotline = await seededHotline();
    const before = hotline.store.allEvents().length;
    const first = await ask(name, sent, person, hotline);
    const again = await ask(name, sent, person, hotline);
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body).toEqual(first.body);
    expect(hotline.store.allEvents()).toHaveLength(before + 1);
  });

  it('with something corrected is not the same deed', async () => {
    const hotline = await seededHotline();
    const params = { number: numbers.received };
    await ask('dispatch-ticket', { params, body: { department: 'water' } }, 'agent', hotline);
    const corrected = await ask(
      'dispatch-ticket',
      { params, body: { department: 'water', kind: 'complaint' } },
      'agent',
      hotline,
    );
    expect(corrected.code).toBe('state-not-allowed');
  });
});

describe('work', () => {
  it('is leased once, comes again when it is given back, and is gone when it is acknowledged', async () => {
    const hotline = await seededHotline();
    const params = { department: 'water' };
    const fetch = async () => (await ask('lease-work', { params, body: {} }, 'water', hotline)).body.work;
    const [work, ...none] = await fetch();
    expect([work.item.number, none, await fetch()]).toEqual([numbers.accepted, [], []]);
    expect(JSON.stringify(work)).not.toContain(SECRETS.phone);
    await ask('give-back-work', { params, body: { lease: work.lease } }, 'water', hotline);
    const [again] = await fetch();
    expect(again.item).toEqual(work.item);
    await ask('acknowledge-work', { params, body: { lease: again.lease } }, 'water', hotline);
    hotline.setTime('2026-11-23T08:00:00.000Z');
    expect((await fetch()).map(({ item }: { item: { number: string } }) => item.number)).toEqual([numbers.dispatched]);
  });
});
