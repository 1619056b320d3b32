import { describe, expect, it } from 'vitest';
import type { Ticket } from '#domain/tickets/ticket.ts';
import type { CountedOpening, TicketStore } from '#ports/ticket-store.ts';
import { markOf, opened, secondsLater, toWaterworks } from '#test/adapters/matters.ts';
import { changed, opening } from '#test/unit/domain/new-ticket.ts';

const DAY = '2026-11-23';
const ofDay = (hasAlready: number, more: Partial<CountedOpening> = {}): CountedOpening => ({
  of: 'user:li',
  unless: { hasAlready, onDay: DAY },
  ...more,
});
const ofDanger = (since: number, more: Partial<CountedOpening> = {}): CountedOpening => ({
  of: 'user:li',
  unless: { hasDangerSince: secondsLater(since) },
  ...more,
});
const number = (random: number): string => opening({}, { random }).ticket.number;

/** How every TicketStore counts openings, and lets a request join a ticket; `make` gives an empty one. */
export const countedOpeningsSuite = (name: string, make: () => Promise<TicketStore>): void => {
  const begun = async () => {
    const store = await make();
    const open = (random: number, counted: CountedOpening, key = `m${random}`) =>
      store.open(opening({}, { random, at: secondsLater(random) }), markOf(key), counted);
    return { store, open };
  };
  const OPENED = { outcome: 'opened' };

  describe(`${name} counts openings`, () => {
    it('up to the limit of a day, and writes nothing above it', async () => {
      const { store, open } = await begun();
      expect([await open(1, ofDay(2)), await open(2, ofDay(2))]).toEqual([OPENED, OPENED]);
      expect(await open(3, ofDay(2))).toEqual({ outcome: 'held-back', counted: 2, newest: number(2) });
      expect([await store.get(number(3)), await store.numberOf(markOf('m3'))]).toEqual([undefined, undefined]);
      expect(await open(3, ofDay(3))).toEqual(OPENED);
    });

    it('of each reporter and each day apart', async () => {
      const { open } = await begun();
      expect(await open(1, ofDay(1))).toEqual(OPENED);
      expect(await open(2, ofDay(1, { of: 'phone:li' }))).toEqual(OPENED);
      expect(await open(3, { of: 'user:li', unless: { hasAlready: 1, onDay: '2026-11-24' } })).toEqual(OPENED);
      expect(await open(4, ofDanger(0))).toEqual(OPENED);
      expect(await open(5, ofDay(1))).toMatchObject({ outcome: 'held-back' });
    });

    it('and counts no request twice, nor refuses one that was taken', async () => {
      const { open } = await begun();
      for (let again = 0; again < 3; again += 1) await open(1, ofDay(2), 'same');
      expect(await open(2, ofDay(2))).toEqual(OPENED);
      expect(await open(3, ofDay(2), 'same')).toMatchObject({
        outcome: 'replayed',
        joined: false,
        ticket: { number: number(1) },
      });
    });

    it('so that of twenty at once no more pass than may', async () => {
      const { store, open } = await begun();
      const all = await Promise.all(Array.from({ length: 20 }, (_, random) => open(random, ofDay(3))));
      expect(all.filter(({ outcome }) => outcome === 'opened')).toHaveLength(3);
      expect(all.filter(({ outcome }) => outcome === 'held-back')).toHaveLength(17);
      const there = await Promise.all(all.map((_, random) => store.get(number(random))));
      expect(there.filter((ticket) => ticket !== undefined)).toHaveLength(3);
    });

    it('of dangers by when the last one was, whatever the day', async () => {
      const { open } = await begun();
      expect(await open(10, ofDanger(0))).toEqual(OPENED);
      expect(await open(20, ofDanger(9))).toEqual({ outcome: 'held-back', counted: 1, newest: number(10) });
      expect(await open(20, ofDanger(10))).toEqual(OPENED);
    });

    it('one of two dangers that come at once', async () => {
      const { open } = await begun();
      const all = await Promise.all([open(1, ofDanger(0)), open(2, ofDanger(0))]);
      expect(all.map(({ outcome }) => outcome).sort()).toEqual(['held-back', 'opened']);
    });

    it('and passes by a ticket that was seen, for one opening alone', async () => {
      const { open } = await begun();
      await open(1, ofDay(1));
      const seen = { seen: number(1) };
      const both = await Promise.all([open(2, ofDay(1, seen)), open(3, ofDay(1, seen))]);
      expect(both.map(({ outcome }) => outcome).sort()).toEqual(['held-back', 'opened']);
      await open(10, ofDanger(0));
      expect(await open(11, ofDanger(0, { seen: number(10) }))).toEqual(OPENED);
      expect(await open(12, ofDanger(0, { seen: number(10) }))).toEqual({ outcome: 'held-back', counted: 2, newest: number(11) });
    });
  });

  describe(`${name} lets a request join a ticket`, () => {
    const adds = (ticket: Ticket, text: string) => changed(ticket, { action: 'add', text }, 'system');

    it('with what it adds, once, and says so when it comes again', async () => {
      const store = await make();
      const ticket = await opened(store, 1);
      const into = { number: ticket.number, at: secondsLater(5), change: adds(ticket, 'more') };
      expect(await store.join(into, markOf('a'))).toEqual({ outcome: 'joined' });
      expect((await store.get(ticket.number))?.additions).toMatchObject([{ text: 'more' }]);
      expect(await store.numberOf(markOf('a'))).toBe(ticket.number);
      const again = { outcome: 'replayed', joined: true, ticket: { number: ticket.number, version: 2 } };
      expect(await store.join(into, markOf('a'))).toMatchObject(again);
      expect(await store.open(opening({}, { random: 2 }), markOf('a'))).toMatchObject(again);
      expect(await store.events(ticket.number)).toHaveLength(2);
    });

    it('with nothing, when all is said there', async () => {
      const store = await make();
      const ticket = await opened(store, 1);
      expect(await store.join({ number: ticket.number, at: secondsLater(5) }, markOf('a'))).toEqual({ outcome: 'joined' });
      expect([await store.numberOf(markOf('a')), await store.get(ticket.number)]).toMatchObject([ticket.number, { version: 1 }]);
    });

    it('not as it is no more, and writes nothing then', async () => {
      const store = await make();
      const ticket = await opened(store, 1);
      await store.commit(changed(ticket, toWaterworks, 'system'));
      const into = { number: ticket.number, at: secondsLater(5), change: adds(ticket, 'more') };
      expect(await store.join(into, markOf('a'))).toEqual({ outcome: 'conflict' });
      expect(await store.numberOf(markOf('a'))).toBeUndefined();
      const reuse = store.join(into, markOf('mark-1', { digest: 'another' }));
      await expect(reuse).rejects.toMatchObject({ code: 'idempotency-key-reused' });
    });
  });
};
