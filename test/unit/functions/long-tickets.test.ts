import { expect, it } from 'vitest';
import { messageOf } from '#contracts/messages/ticket-event-message.ts';
import { workItem } from '#domain/tickets/work-item.ts';
import * as assignUnit from '#functions/assign-unit/handler.ts';
import * as routeTicket from '#functions/route-ticket/handler.ts';
import { httpEvent, type PersonName, people } from './http-event.ts';
import { district, NOW, seededHotline } from './seeded-hotline.ts';
import { contractOf } from './try-out.ts';

const ADDITIONS = 50;

it.each([1, 200, 2_000, 10_000])('a matter of %i characters with 50 additions of 2,000 goes all the way', async (length) => {
  const { store, queue, send } = await seededHotline();
  const ask = async (name: string, as: PersonName, what: { params?: Record<string, string>; body?: object; query?: object }) => {
    const headers = { 'idempotency-key': `long-${length}-ticket` };
    const { status, body } = await send(name, httpEvent(contractOf(name), { headers, ...what } as never, people[as]));
    expect([name, status, body.code]).toEqual([name, status < 300 ? status : 'a 2xx', undefined]);
    return body;
  };
  const matter = '水'.repeat(length);
  const asked = { kind: 'help', category: 'water-leak', matter, area: 'jixia' };
  const { number } = (await ask('open-ticket', 'owner', { body: asked })).ticket;
  const texts = Array.from({ length: ADDITIONS }, (_, n) => `${n} ${'漏'.repeat(1_990)}`);
  for (const text of texts) await ask('add-to-ticket', 'owner', { params: { number }, body: { text } });

  const needs = { store, district, now: () => NOW };
  const last = () => messageOf(store.allEvents().at(-1) ?? expect.fail('nothing happened'));
  const opened = { ...last(), type: 'opened' as const };
  expect(await routeTicket.createHandler(needs)(opened)).toBe('dispatched');
  const department = (await store.get(number))?.department ?? '';
  expect(await assignUnit.createHandler({ ...needs, department })(last())).toBe('assigned');
  const assigned = await store.get(number);
  if (!assigned?.unit) throw new Error('it is with a unit');
  const work = workItem(assigned, department, assigned.unit);
  expect(Buffer.byteLength(JSON.stringify(messageOf(store.allEvents().at(-1) as never, work)))).toBeLessThan(256 * 1024);
  queue.put(department, JSON.stringify(messageOf(store.allEvents().at(-1) as never, work)));

  const [mine] = (await ask('list-own-tickets', 'owner', { query: { limit: '1' } })).tickets;
  expect(mine).toMatchObject({ number, excerpt: matter.slice(0, 60) });
  const listed = (await ask('list-tickets', 'agent', { query: { state: 'dispatched', limit: '100' } })).tickets;
  expect(listed.find((one: { number: string }) => one.number === number)).toMatchObject({ excerpt: matter.slice(0, 60) });
  expect(JSON.stringify(listed).length / listed.length).toBeLessThan(1024);
  const read = await ask('get-ticket', 'agent', { params: { number } });
  expect([read.matter, read.additions.map(({ text }: { text: string }) => text)]).toEqual([matter, texts]);

  const staff = department === 'water' ? 'water' : 'power';
  const { work: leased } = await ask('lease-work', staff, { params: { department }, body: { most: 10 } });
  expect(leased.map(({ item }: { item: { number: string; matter: string } }) => [item.number, item.matter])).toContainEqual([
    number,
    matter,
  ]);
  await ask('accept-ticket', staff, { params: { department, number } });
  const outcome = '修'.repeat(length);
  await ask('resolve-ticket', staff, { params: { department, number }, body: { outcome } });
  await ask('rate-ticket', 'owner', { params: { number }, body: { solved: true, stars: 5 } });
  expect(await ask('get-ticket', 'owner', { params: { number } })).toMatchObject({ matter, outcome, state: 'closed' });
});
