import { describe, expect, it } from 'vitest';
import { listTicketsContract } from '#contracts/http/list-tickets.ts';
import { openTicketContract } from '#contracts/http/open-ticket.ts';
import { openTicketForCallerContract } from '#contracts/http/open-ticket-for-caller.ts';
import { claimsOf, httpEvent, people } from './http-event.ts';
import { ids, NOW, numbers, SECRETS, seededHotline, subjects } from './seeded-hotline.ts';

const matter = {
  kind: 'help',
  category: 'water-leak',
  matter: '水管漏水',
  area: 'xuegong-linyuan',
  place: '3 号楼',
  urgent: true,
  contact: { name: SECRETS.name, phone: SECRETS.phone },
};
const open = (body: object | string, { key = 'key-00000001', claims = people.owner as Record<string, unknown> } = {}) =>
  httpEvent(openTicketContract, { headers: { 'idempotency-key': key }, body }, claims);
const openForCaller = (body: object, { key = 'key-00000001', claims = people.agent as Record<string, unknown> } = {}) =>
  httpEvent(openTicketForCallerContract, { headers: { 'idempotency-key': key }, body }, claims);

describe('a request that is sent again', () => {
  it('is answered 201 at first and 200 with the same ticket then', async () => {
    const { send, store } = await seededHotline();
    const before = store.allTickets().length;
    const first = await send('open-ticket', open(matter));
    const again = await send('open-ticket', open(matter));
    expect([first.status, first.body.replayed, again.status, again.body.replayed]).toEqual([201, false, 200, true]);
    expect(again.body.ticket).toEqual(first.body.ticket);
    expect(store.allTickets()).toHaveLength(before + 1);
  });

  it('is the same whatever the order of its fields, and with its defaults written out', async () => {
    const { send } = await seededHotline();
    const first = await send('open-ticket', open({ ...matter, matter: ` ${matter.matter}` }));
    const backwards = Object.fromEntries(Object.entries({ ...matter, channel: 'app', anonymous: false }).reverse());
    const contact = { phone: SECRETS.phone, name: SECRETS.name };
    const again = await send('open-ticket', open({ ...backwards, contact }));
    expect([again.status, again.body.ticket?.number]).toEqual([200, first.body.ticket.number]);
  });

  it('twenty times at once is one ticket', async () => {
    const { send, store } = await seededHotline();
    const before = store.allTickets().length;
    const answers = await Promise.all(Array.from({ length: 20 }, () => send('open-ticket', open(matter))));
    expect(new Set(answers.map(({ body }) => body.ticket.number)).size).toBe(1);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(store.allTickets()).toHaveLength(before + 1);
  });

  it('names its telephone by a key, the same at both doors, which no answer tells', async () => {
    const { send, store } = await seededHotline();
    const mine = await send('open-ticket', open(matter));
    const told = await send('open-ticket-for-caller', openForCaller(matter));
    const listed = await send('list-tickets', httpEvent(listTicketsContract, { query: { state: 'received' } }, people.agent));
    const other = await send('open-ticket', open({ ...matter, contact: { phone: '+8610000000022' } }, { key: 'key-00000002' }));
    const keys = [mine, told, other].map(
      ({ body }) => store.allTickets().find((one) => one.number === body.ticket.number)?.phoneKey,
    );
    expect(keys[0]).toMatch(/^key-/);
    expect([keys[1] === keys[0], keys[2] === keys[0]]).toEqual([true, false]);
    expect(listed.body.tickets.length).toBeGreaterThan(1);
    for (const { body } of [mine, told, other, listed]) expect(JSON.stringify(body)).not.toContain(keys[0]);
  });

  const others: [string, object][] = [
    ...(
      [
        ['kind', 'complaint'],
        ['category', 'noise'],
        ['matter', '别的事'],
        ['area', 'qidu'],
        ['place', '4 号楼'],
      ] as const
    ).map(([field, value]): [string, object] => [field, { ...matter, [field]: value }]),
    ['channel', { ...matter, channel: 'web' }],
    ['urgent', { ...matter, urgent: false }],
    ['anonymous', { ...matter, anonymous: true }],
    ['name', { ...matter, contact: { ...matter.contact, name: '别人' } }],
    ['phone', { ...matter, contact: { ...matter.contact, phone: '+8610000000009' } }],
    ['contact', { ...matter, contact: undefined }],
    ['no place', { ...matter, place: undefined }],
  ];
  it.each(others)('with another %s is refused', async (_, body) => {
    const { send, store } = await seededHotline();
    await send('open-ticket', open(matter));
    const before = store.allTickets().length;
    const { status, code } = await send('open-ticket', open(body));
    expect([status, code]).toEqual([422, 'idempotency-key-reused']);
    expect(store.allTickets()).toHaveLength(before);
  });

  it.each([
    ['no key', {}, 'for 30 days'],
    ['two keys', { 'idempotency-key': 'order-0001,order-0001' }, 'may stand once'],
  ])('with %s opens nothing, and says what to do', async (_, headers, saying) => {
    const { send, store } = await seededHotline();
    const before = store.allTickets().length;
    const event = httpEvent(openTicketContract, { headers, body: matter }, people.owner);
    const { status, code, body } = await send('open-ticket', event);
    expect([status, code, body.errors[0].pointer]).toEqual([400, 'request-invalid', '/headers/idempotency-key']);
    expect(body.errors[0].detail).toContain(saying);
    expect(store.allTickets()).toHaveLength(before);
  });

  it('under the same key by somebody else is a ticket of theirs', async () => {
    const { send } = await seededHotline();
    const mine = await send('open-ticket', open(matter));
    const theirs = await send('open-ticket', open(matter, { claims: people.otherResident }));
    expect([theirs.status, theirs.body.replayed]).toEqual([201, false]);
    expect(theirs.body.ticket.number).not.toBe(mine.body.ticket.number);
  });

  it('under the same key through another door is refused, not answered with a ticket of the other door', async () => {
    const { send } = await seededHotline();
    const both = claimsOf(subjects.agent, ['agent', 'resident']);
    await send('open-ticket', open(matter, { claims: both }));
    const { code } = await send('open-ticket-for-caller', openForCaller({ ...matter, channel: 'app' }, { claims: both }));
    expect(code).toBe('idempotency-key-reused');
  });

  it('with an answer, or another one, is another request', async () => {
    const { send } = await seededHotline();
    await send('open-ticket-for-caller', openForCaller({ ...matter, answer: '停水到六点' }));
    expect((await send('open-ticket-for-caller', openForCaller(matter))).status).toBe(422);
    expect((await send('open-ticket-for-caller', openForCaller({ ...matter, answer: '停水到八点' }))).status).toBe(422);
    expect((await send('open-ticket-for-caller', openForCaller({ ...matter, answer: '停水到六点' }))).status).toBe(200);
  });
});

describe('an Idempotency-Key', () => {
  it.each([undefined, '', 'short', 'has a blank in it', 'x'.repeat(101), '非英文的钥匙一二三'])('%j is refused', async (key) => {
    const { send } = await seededHotline();
    const event = httpEvent(
      openTicketContract,
      { ...(key !== undefined && { headers: { 'idempotency-key': key } }), body: matter },
      people.owner,
    );
    const { status, body } = await send('open-ticket', event);
    expect([status, body.errors[0].pointer]).toEqual([400, '/headers/idempotency-key']);
  });
});

describe('what is opened', () => {
  it('belongs to the resident who opened it', async () => {
    const { send, store } = await seededHotline();
    const { body } = await send('open-ticket', open(matter));
    const ticket = await store.get(body.ticket.number);
    expect(ticket?.reporter).toEqual({ key: `user:${ids.owner}`, anonymous: false, maskedPhone: '100****0001' });
    expect(await store.contact(body.ticket.number)).toEqual(matter.contact);
    expect((await store.events(body.ticket.number)).map(({ type, actor, at }) => [type, actor, at])).toEqual([
      ['opened', { role: 'resident', id: ids.owner }, NOW],
    ]);
  });

  it('for a caller belongs to nobody, the agent included, and says who took it', async () => {
    const { send, store } = await seededHotline();
    const { status, body } = await send('open-ticket-for-caller', openForCaller(matter));
    const ticket = await store.get(body.ticket.number);
    expect([status, ticket?.state, ticket?.channel, ticket?.reporter.key]).toEqual([201, 'received', 'phone', undefined]);
    const [event] = await store.events(body.ticket.number);
    expect(event?.actor).toEqual({ role: 'agent', id: ids.agent });
    const list = { method: 'GET', path: '/tickets' } as const;
    const own = await send('list-own-tickets', httpEvent(list, {}, claimsOf(subjects.agent, ['agent', 'resident'])));
    expect(own.body.tickets).toEqual([]);
  });

  it('with an answer is resolved at intake', async () => {
    const { send, store } = await seededHotline();
    const { body } = await send('open-ticket-for-caller', openForCaller({ ...matter, kind: 'inquiry', answer: '停水到六点' }));
    expect(body.ticket).toMatchObject({ state: 'resolved', answeredDirectly: true, outcome: '停水到六点', resolvedAt: NOW });
    expect((await store.events(body.ticket.number)).map(({ type }) => type)).toEqual(['answered']);
  });

  it('by a resident takes no answer, no channel of the desk and no account of another', async () => {
    const { send } = await seededHotline();
    for (const extra of [
      { answer: 'x' },
      { channel: 'phone' },
      { reporterKey: 'user:x' },
      { recording: 'x' },
      { state: 'closed' },
    ]) {
      expect((await send('open-ticket', open({ ...matter, ...extra }))).code).toBe('request-invalid');
    }
    expect((await send('open-ticket-for-caller', openForCaller({ ...matter, reporterKey: 'user:x' }))).code).toBe(
      'request-invalid',
    );
  });

  it('gets another number when the one that was drawn is taken', async () => {
    const { send, store } = await seededHotline();
    const before = await store.get(numbers.anonymous);
    const { status, body } = await send('open-ticket', open(matter));
    expect([status, Object.values<string>(numbers).includes(body.ticket.number)]).toEqual([201, false]);
    expect(await store.get(numbers.anonymous)).toEqual(before);
  });
});
