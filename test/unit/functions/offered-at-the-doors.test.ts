import { describe, expect, it } from 'vitest';
import { operations } from '#contracts/http/operations.ts';
import { peopleWho } from '#domain/tickets/commands.ts';
import { httpEvent, type PersonName, people, usualRequest } from './http-event.ts';
import { numbers, seededHotline } from './seeded-hotline.ts';
import { contractOf } from './try-out.ts';

/** What the input of a request can be refused for, whatever the ticket. */
const OF_INPUT = ['category-unknown', 'area-unknown', 'department-unknown', 'too-many-additions', 'danger-told'];

const doors = operations.flatMap((contract) => (contract.carriesOut ?? []).map((name) => ({ name, contract })));
const roleOf = { owner: 'resident', agent: 'agent', supervisor: 'supervisor', water: 'department' } as const;
type Reader = keyof typeof roleOf;

/** The request of a sample, about one of the tickets, told something that no ticket of the seed says. */
const requestAbout = (operation: string, number: string) => {
  const usual = usualRequest(operation);
  const path = contractOf(operation).path;
  const told: Record<string, object> = {
    'dispatch-ticket': { department: 'power' },
    'correct-ticket': { category: 'heating-cold', reason: '说的是暖气' },
    'return-ticket': { reason: '不是我们的事' },
    'resolve-ticket': { outcome: '都办好了' },
  };
  return {
    ...usual,
    ...(told[operation] && { body: told[operation] }),
    params: { number, ...(path.includes('{department}') && { department: 'water' }) },
  };
};

const cells = Object.entries(numbers).flatMap(([ticket, number]) =>
  (Object.keys(roleOf) as Reader[]).map((person) => [ticket, person, number] as const),
);

describe('the actions that a door shows', () => {
  it.each(cells)('on a ticket that is %s to %s are those that the doors take', async (_, person, number) => {
    const read = person === 'water' ? 'get-department-ticket' : 'get-ticket';
    const hotline = await seededHotline();
    const event = httpEvent(contractOf(read), requestAbout(read, number), people[person as PersonName]);
    const { status, body } = await hotline.send(read, event);
    const actions: string[] = status === 200 ? body.actions : [];
    for (const { name, contract } of doors) {
      if (!peopleWho(name).includes(roleOf[person] as never)) {
        expect(actions).not.toContain(name);
        continue;
      }
      const { send, store } = await seededHotline();
      const before = store.allEvents().length;
      const sent = httpEvent(contract, requestAbout(contract.name, number), people[person as PersonName]);
      const { code = 'taken' } = await send(contract.name, sent);
      if (actions.includes(name)) expect([name, ['taken', ...OF_INPUT].includes(code)]).toEqual([name, true]);
      else
        expect([name, code === 'taken' ? store.allEvents().length - before : 'refused']).toEqual([
          name,
          code === 'taken' ? 0 : 'refused',
        ]);
    }
  });

  it.each(['owner', 'agent', 'water'] as const)(
    'stand in every list and answer (%s), with names in the language of who reads',
    async (person) => {
      const { send } = await seededHotline();
      const lists: Record<string, string> = { owner: 'list-own-tickets', agent: 'list-tickets' };
      const list = lists[person];
      const ask = (name: string, language: string) => {
        const usual = name in lists ? usualRequest(name) : requestAbout(name, numbers.dispatched);
        return send(name, httpEvent(contractOf(name), { ...usual, headers: { 'accept-language': language } }, people[person]));
      };
      const one = person === 'water' ? 'get-department-ticket' : 'get-ticket';
      const zh = (await ask(one, 'zh-CN')).body;
      expect(zh.names).toMatchObject({ state: '已派单', kind: '求助', area: expect.any(Array), department: expect.any(String) });
      expect((await ask(one, 'en')).body.names).toMatchObject({ state: 'Dispatched', kind: 'Request for help' });
      if (list === undefined) return;
      for (const ticket of (await ask(list, 'en')).body.tickets) {
        expect(ticket.names.state).toMatch(/^[A-Z][a-z]+$/);
        expect(ticket.actions).toEqual(expect.any(Array));
      }
    },
  );

  it('is told by no header that nobody can read', async () => {
    const { send } = await seededHotline();
    const sent = { params: { number: numbers.dispatched }, headers: { 'accept-language': '中文' } };
    expect((await send('get-ticket', httpEvent(contractOf('get-ticket'), sent, people.owner))).status).toBe(200);
  });
});
