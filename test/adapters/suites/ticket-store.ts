import { describe, expect, it } from 'vitest';
import type { TicketStore } from '#ports/ticket-store.ts';
import { dispatch, done, markOf, opened, toWaterworks } from '#test/adapters/matters.ts';
import { changed, opening } from '#test/unit/domain/new-ticket.ts';

const twenty = Array.from({ length: 20 }, (_, place) => place);

/** What every TicketStore does; `make` gives an empty one. */
export const ticketStoreSuite = (name: string, make: () => Promise<TicketStore>): void => {
  describe(`${name} opens a ticket`, () => {
    it('with its event and its contact, and nothing else', async () => {
      const store = await make();
      const { ticket, event, contact } = opening();
      expect(await store.open(opening(), markOf('a'))).toEqual({ outcome: 'opened' });
      expect(await store.get(ticket.number)).toStrictEqual(JSON.parse(JSON.stringify(ticket)));
      expect(await store.events(ticket.number)).toStrictEqual([event]);
      expect(await store.contact(ticket.number)).toStrictEqual(contact);
      const other = opening({}, { random: 1 }).ticket.number;
      expect([await store.get(other), await store.contact(other), await store.events(other)]).toEqual([undefined, undefined, []]);
    });

    it('without a contact', async () => {
      const store = await make();
      const { number } = await opened(store, 1, { contact: undefined });
      expect(await store.contact(number)).toBeUndefined();
    });

    it('once for a request that comes again, and gives the ticket as it is by then', async () => {
      const store = await make();
      const first = await opened(store, 1);
      const dispatched = await done(store, first, toWaterworks, 'system');
      const again = opening({}, { random: 2 });
      const replay = await store.open(again, markOf('mark-1'));
      expect(replay).toMatchObject({ outcome: 'replayed', ticket: { number: first.number, version: dispatched.version } });
      expect(await store.get(again.ticket.number)).toBeUndefined();
      expect(await store.events(again.ticket.number)).toEqual([]);
    });

    it('once even when the request that comes again draws the same number', async () => {
      const store = await make();
      await store.open(opening(), markOf('a'));
      expect(await store.open(opening(), markOf('a'))).toMatchObject({ outcome: 'replayed' });
    });

    it('not for a key that was used for another request', async () => {
      const store = await make();
      await opened(store, 1);
      const other = opening({}, { random: 2 });
      const reuse = store.open(other, markOf('mark-1', { digest: 'another' }));
      await expect(reuse).rejects.toMatchObject({ name: 'Refusal', code: 'idempotency-key-reused' });
      expect(await store.get(other.ticket.number)).toBeUndefined();
    });

    it('for each of several people with the same key, however their names and keys run together', async () => {
      const store = await make();
      const marks = [markOf('c', { scope: 'a#b' }), markOf('b#c', { scope: 'a' }), markOf('c', { scope: 'a' })];
      for (const [random, mark] of marks.entries()) {
        expect(await store.open(opening({}, { random }), mark)).toEqual({ outcome: 'opened' });
      }
    });

    it('not under a number that is taken, and the request may then come with another', async () => {
      const store = await make();
      const first = await opened(store, 1);
      expect(await store.open(opening({ matter: 'Another' }, { random: 1 }), markOf('b'))).toEqual({ outcome: 'number-taken' });
      expect((await store.get(first.number))?.matter).toBe(first.matter);
      expect(await store.events(first.number)).toHaveLength(1);
      expect(await store.open(opening({}, { random: 2 }), markOf('b'))).toEqual({ outcome: 'opened' });
    });

    it('once when the same request comes twenty times at once', async () => {
      const store = await make();
      const openings = await Promise.all(twenty.map((random) => store.open(opening({}, { random }), markOf('a'))));
      expect(openings.filter(({ outcome }) => outcome === 'opened')).toHaveLength(1);
      const replayed = openings.flatMap((one) => (one.outcome === 'replayed' ? [one.ticket.number] : []));
      expect(replayed).toHaveLength(19);
      expect(new Set(replayed).size).toBe(1);
      const numbers = twenty.map((random) => opening({}, { random }).ticket.number);
      const there = await Promise.all(numbers.map((number) => store.get(number)));
      expect(there.flatMap((ticket) => ticket?.number ?? [])).toEqual([replayed[0]]);
    });

    it('once when twenty requests draw the same number at once', async () => {
      const store = await make();
      const openings = await Promise.all(twenty.map((key) => store.open(opening(), markOf(String(key)))));
      expect(openings.map(({ outcome }) => outcome).sort()).toEqual([...Array(19).fill('number-taken'), 'opened']);
    });
  });

  describe(`${name} says which ticket`, () => {
    it('a request has opened, and none for one that opened none', async () => {
      const store = await make();
      const { number } = await opened(store, 1);
      const call = { scope: 'call:twilio', key: 'CA1' };
      expect(await store.numberOf(markOf('mark-1'))).toBe(number);
      expect([await store.numberOf(call), await store.numberOf({ ...call, key: 'mark-1' })]).toEqual([undefined, undefined]);
      const change = opening({}, { random: 2 });
      await store.open(change, { ...call, digest: 'CA1' });
      expect(await store.numberOf(call)).toBe(change.ticket.number);
    });

    it('as it was opened by the first of several', async () => {
      const store = await make();
      await Promise.all(twenty.map((random) => store.open(opening({}, { random }), markOf('a'))));
      const number = (await store.numberOf(markOf('a'))) ?? '';
      expect((await store.get(number))?.number).toBe(number);
    });
  });

  describe(`${name} changes a ticket`, () => {
    it('and keeps every event in order, also beyond nine', async () => {
      const store = await make();
      let ticket = await opened(store, 1);
      for (const text of twenty.slice(0, 12).map(String)) {
        ticket = await done(store, ticket, { action: 'add', text }, 'resident');
      }
      expect(await store.get(ticket.number)).toStrictEqual(JSON.parse(JSON.stringify(ticket)));
      const events = await store.events(ticket.number);
      expect(events.map(({ version }) => version)).toEqual(twenty.slice(0, 13).map((place) => place + 1));
    });

    it('and what it no longer has is gone', async () => {
      const store = await make();
      const assigned = await done(
        store,
        await done(store, await opened(store, 1), toWaterworks, 'system'),
        { action: 'assign' },
        'system',
      );
      expect((await store.get(assigned.number))?.unit).toBe('water-town');
      const returned = await done(store, assigned, { action: 'return', reason: 'Not ours' }, 'department');
      await done(store, returned, { ...toWaterworks, department: 'heatworks' }, 'system');
      expect(await store.get(assigned.number)).not.toHaveProperty('unit');
    });

    it.each([
      ['was changed since', { version: 1, states: ['received', 'dispatched'] }],
      ['is in no state that allows it', { version: 2, states: ['received', 'accepted'] }],
    ] as const)('not when it %s', async (_why, seen) => {
      const store = await make();
      const dispatched = await done(store, await opened(store, 1), toWaterworks, 'system');
      const change = { ...changed(dispatched, { action: 'accept' }, 'department'), seen };
      expect(await store.commit(change)).toBe('conflict');
      expect(await store.get(dispatched.number)).toMatchObject({ version: 2, state: 'dispatched' });
      expect(await store.events(dispatched.number)).toHaveLength(2);
    });

    it('not when there is none', async () => {
      const store = await make();
      const change = dispatch(opening().ticket);
      expect(await store.commit(change)).toBe('conflict');
      expect(await store.get(change.ticket.number)).toBeUndefined();
    });

    it('once when two decide on the same version at once', async () => {
      const store = await make();
      const ticket = await opened(store, 1);
      const rules = twenty.map((place) => `rule-${place}`);
      const outcomes = await Promise.all(rules.map((rule) => store.commit(dispatch(ticket, rule))));
      expect(outcomes.filter((outcome) => outcome === 'committed')).toHaveLength(1);
      const winner = rules[outcomes.indexOf('committed')];
      expect(await store.get(ticket.number)).toMatchObject({ version: 2, rule: winner });
      expect(await store.events(ticket.number)).toMatchObject([{ type: 'opened' }, { type: 'dispatched', rule: winner }]);
    });

    it('only with the version that it was decided on', async () => {
      const store = await make();
      await opened(store, 1);
      await expect(store.commit(opening({}, { random: 1 }))).rejects.toThrow(/version/);
    });

    it('and neither what it was given nor what it gave is the thing itself', async () => {
      const store = await make();
      const change = opening();
      await store.open(change, markOf('a'));
      change.ticket.additions.push({ text: 'Smuggled in', at: change.ticket.openedAt });
      const read = await store.get(change.ticket.number);
      read?.additions.push({ text: 'Smuggled in', at: change.ticket.openedAt });
      expect((await store.get(change.ticket.number))?.additions).toEqual([]);
    });

    it('and the fullest ticket fits', async () => {
      const store = await make();
      let ticket = await opened(store, 1, { matter: '漏'.repeat(10_000) });
      for (let place = 10; place < 60; place += 1) {
        ticket = await done(store, ticket, { action: 'add', text: '水'.repeat(1998) + String(place) }, 'resident');
      }
      expect(await store.get(ticket.number)).toStrictEqual(ticket);
      expect(ticket.additions).toHaveLength(50);
    });
  });
};
