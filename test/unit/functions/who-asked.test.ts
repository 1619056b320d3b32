import { describe, expect, it } from 'vitest';
import { dutyText } from '#channels/sms/duty-words.ts';
import { operations } from '#contracts/http/operations.ts';
import { dutyFacts } from '#domain/calls/duty-call.ts';
import { changeTicket } from '#domain/tickets/change-ticket.ts';
import type { Actor } from '#domain/tickets/circumstances.ts';
import type { Command } from '#domain/tickets/commands.ts';
import { dutyBrief } from '#domain/tickets/duty.ts';
import { openTicket } from '#domain/tickets/open-ticket.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { ticketNumber } from '#domain/tickets/ticket-number.ts';
import { reporterKey, type Secrecy } from '#domain/tickets/visibility.ts';
import { messageFor } from '#test/adapters/matters.ts';
import { telephone } from '#test/unit/domain/telephones.ts';
import { httpEvent, type PersonName, people, type Sent } from './http-event.ts';
import { district, ids, NOW, seededHotline } from './seeded-hotline.ts';

type Wish = Secrecy | 'open';

const NAME = '哨兵丙';
const PHONE = telephone('+8613807654321');
const MASKED = '138****4321';
/** The contact's number, and another one, as a reporter writes them into their words. */
const WORDS = {
  matter: '楼道里水管漏水，请打138 0765-4321找我',
  place: '二单元，门口贴着１３８０７６５４３２１',
  addition: '还在漏，一三八零七六五四三二一，家里0533-7181890，身份证11010519491231002X',
  comment: '谢谢，138.0765.4321',
};
const NUMBERS = [
  /138\D{0,3}0765\D{0,3}4321/,
  /１３８０７６５４３２１/,
  /一三八零七六五四三二一/,
  /0533-?7181890/,
  /11010519491231002X/,
  /(0765|076|654).{0,2}4321/,
];

const owner: Actor = { role: 'resident', id: ids.owner };
const water: Actor = { role: 'department', id: ids.water, department: 'water' };
const system: Actor = { role: 'system' };

/** A hotline with one ticket more, as far as these commands lead; the last change, and the ticket, are given beside. */
const hotlineWith = async (wish: Wish, commands: [Actor, Command][], random = 20_001) => {
  const hotline = await seededHotline();
  const number = ticketNumber(district.letters, '2026-11-23', random);
  const circumstances = { at: NOW, actor: owner, correlationId: 'x' };
  const opened = openTicket(
    {
      kind: 'help',
      category: 'water-leak',
      channel: 'app',
      matter: WORDS.matter,
      place: WORDS.place,
      area: 'xuegong-linyuan',
      urgent: false,
      anonymous: wish === 'anonymous',
      ...(wish === 'confidential' && { confidential: true }),
      recording: 'recordings/twilio/CA1/RE1',
      reporterKey: reporterKey(ids.owner),
      contact: { name: NAME, phone: PHONE },
    },
    number,
    district,
    circumstances,
  );
  await hotline.store.open(opened, { scope: 'who-asked', key: wish, digest: 'x' });
  let change = opened;
  for (const [actor, command] of commands) {
    const next = changeTicket(change.ticket, command, district, { ...circumstances, actor });
    if (next === 'already-done') throw new Error(`${command.action} was done already`);
    await hotline.store.commit(next);
    change = next;
  }
  return { hotline, number, change };
};

const dispatch: [Actor, Command] = [system, { action: 'dispatch', department: 'water', rule: 'seed' }];
const add: [Actor, Command] = [owner, { action: 'add', text: WORDS.addition }];
const accept: [Actor, Command] = [water, { action: 'accept' }];
const resolve: [Actor, Command] = [water, { action: 'resolve', outcome: '已换阀门' }];
const rate: [Actor, Command] = [owner, { action: 'rate', rating: { solved: true, stars: 5, comment: WORDS.comment } }];
const assign: [Actor, Command] = [system, { action: 'assign' }];

type View = (wish: Wish) => Promise<unknown>;

/** What an operation answers to somebody about such a ticket. */
const answered =
  (name: string, person: PersonName, commands: [Actor, Command][], sent: (number: string) => Sent): View =>
  async (wish) => {
    const { hotline, number } = await hotlineWith(wish, commands);
    const contract = operations.find((operation) => operation.name === name);
    if (!contract) throw new Error(`there is no operation ${name}`);
    const { status, body } = await hotline.send(name, httpEvent(contract, sent(number), people[person]));
    if (status >= 300) throw new Error(`${name}: ${JSON.stringify(body)}`);
    return Array.isArray(body.tickets) ? body.tickets.find((one: { number: string }) => one.number === number) : body;
  };
const ofTicket = (body?: object) => (number: string) => ({ params: { number }, ...(body && { body }) });
const ofWater = (body?: object) => (number: string) => ({ params: { department: 'water', number }, ...(body && { body }) });

const rung = async (wish: Wish): Promise<Ticket> => {
  const { change } = await hotlineWith(wish, [dispatch, add]);
  const duty = { steps: [{ of: 'water', name: 'x', phone: '1', at: NOW }], nextAt: NOW };
  return { ...change.ticket, duty, urgent: true };
};

const all = [dispatch, add, accept, resolve, rate];
const views: Record<string, { view: View; knows: readonly Wish[]; contact?: true }> = {
  'the reporter reads it': {
    view: answered('get-ticket', 'owner', all, ofTicket()),
    knows: ['open', 'anonymous', 'confidential'],
  },
  'the reporter lists it': {
    view: answered('list-own-tickets', 'owner', [], () => ({})),
    knows: ['open', 'anonymous', 'confidential'],
  },
  'a supervisor reads it': {
    view: answered('get-ticket', 'supervisor', all, ofTicket()),
    knows: ['open', 'anonymous', 'confidential'],
    contact: true,
  },
  'a supervisor lists it': {
    view: answered('list-tickets', 'supervisor', [], () => ({ query: { state: 'received' } })),
    knows: ['open', 'anonymous', 'confidential'],
  },
  'an agent reads it': { view: answered('get-ticket', 'agent', all, ofTicket()), knows: ['open', 'anonymous'], contact: true },
  'an agent lists it': {
    view: answered('list-tickets', 'agent', [], () => ({ query: { state: 'received' } })),
    knows: ['open', 'anonymous'],
  },
  'an agent dispatches it': {
    view: answered('dispatch-ticket', 'agent', [], ofTicket({ department: 'water' })),
    knows: ['open', 'anonymous'],
  },
  'an agent corrects it': {
    view: answered('correct-ticket', 'agent', [], ofTicket({ kind: 'complaint', reason: '错了' })),
    knows: ['open', 'anonymous'],
  },
  'a department reads it': { view: answered('get-department-ticket', 'water', all, ofWater()), knows: ['open'] },
  'a department accepts it': { view: answered('accept-ticket', 'water', [dispatch, add], ofWater()), knows: ['open'] },
  'a department returns it': {
    view: answered('return-ticket', 'water', [dispatch, add], ofWater({ reason: '不归我们管' })),
    knows: ['open'],
  },
  'a department resolves it': {
    view: answered('resolve-ticket', 'water', [dispatch, add, accept], ofWater({ outcome: '已修好' })),
    knows: ['open'],
  },
  'a department leases its work': {
    view: async (wish) => {
      const { hotline, number, change } = await hotlineWith(wish, [dispatch, assign]);
      hotline.queue.put('water', JSON.stringify(messageFor(change)));
      const contract = operations.find(({ name }) => name === 'lease-work');
      if (!contract) throw new Error('nothing leases work');
      const event = httpEvent(contract, { params: { department: 'water' }, body: {} }, people.water);
      const { body } = await hotline.send('lease-work', event);
      return body.work.find(({ item }: { item: { number: string } }) => item.number === number);
    },
    knows: ['open'],
  },
  'its work queue carries it': {
    view: async (wish) => messageFor((await hotlineWith(wish, [dispatch, assign])).change),
    knows: ['open'],
  },
  'who is on duty is texted': {
    view: async (wish) => dutyText({ ...dutyBrief(await rung(wish)), more: 0 }, district),
    knows: ['open'],
  },
  'who is on duty is rung': { view: async (wish) => dutyFacts('x-1', await rung(wish)), knows: ['open'] },
};

const WISHES: readonly Wish[] = ['open', 'anonymous', 'confidential'];

describe.each(Object.entries(views))('when %s', (_, { view, knows, contact }) => {
  it.each(WISHES)('of an %s reporter it shows no number but to who may know it', async (wish) => {
    const shown = JSON.stringify(await view(wish));
    const mayKnow = knows.includes(wish);
    // Of what is confidential who is on duty is told nothing but where it is.
    expect(/水管漏水/.test(shown) || wish === 'confidential').toBe(true);
    expect(NUMBERS.some((number) => number.test(shown))).toBe(mayKnow);
    if (!mayKnow) expect(shown).not.toContain(MASKED);
    expect(shown.includes(NAME)).toBe(contact === true && mayKnow);
    expect(shown.includes(PHONE)).toBe(contact === true && mayKnow);
  });
});
