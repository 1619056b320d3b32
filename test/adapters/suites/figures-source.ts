import { describe, expect, it } from 'vitest';
import { CountedTicket, contributionsIn } from '#domain/figures/contributions.ts';
import { plusMinutes } from '#domain/instant.ts';
import type { Command } from '#domain/tickets/commands.ts';
import { factsAlone } from '#domain/tickets/said.ts';
import type { Role } from '#domain/tickets/ticket-words.ts';
import { createHandler } from '#functions/roll-up-figures/handler.ts';
import type { CallStore } from '#ports/call-store.ts';
import type { FiguresSource, FiguresStore } from '#ports/figures.ts';
import type { TicketStore } from '#ports/ticket-store.ts';
import { done, markOf, opened, openingsIn, secondsLater, toWaterworks } from '#test/adapters/matters.ts';
import { memoryFigures } from '#test/adapters/memory/figures-store.ts';
import { changed, MONDAY_AT_TEN, opening } from '#test/unit/domain/new-ticket.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';

/** An empty tickets table, with what figures are made of and where they go. */
export interface Counted {
  tickets: TicketStore;
  calls: CallStore;
  source: FiguresSource;
  figures: FiguresStore;
}

/** Ends a call that came in so many seconds after ten. */
const ended = async (calls: CallStore, id: string, seconds: number, connected: boolean, recordedAt = MONDAY_AT_TEN) => {
  const ending = { call: { id, startedAt: secondsLater(seconds) }, recordedAt, connected, correlationId: 'test' };
  expect(await calls.end(ending)).toBe('ended');
};

const TEN_PAST = plusMinutes(MONDAY_AT_TEN, 10);

/** What every FiguresSource does, and what is counted through it. */
export const figuresSourceSuite = (name: string, make: () => Promise<Counted>): void => {
  describe(`${name} shows what figures are made of`, () => {
    it('the tickets that were opened in five minutes, as they are now', async () => {
      const { tickets, source } = await make();
      const first = await opened(tickets, 0);
      const last = await opened(tickets, 299, { area: 'north' });
      await opened(tickets, 300);
      const dispatched = await done(tickets, first, toWaterworks, 'system');
      const { tickets: found, calls } = await source.openedIn(MONDAY_AT_TEN);
      expect(calls).toEqual([]);
      expect(found.toSorted((a, b) => (a.openedAt < b.openedAt ? -1 : 1))).toEqual(
        [dispatched, last].map((ticket) => CountedTicket().parse(ticket)),
      );
      expect(await source.openedIn(TEN_PAST)).toEqual({ tickets: [], calls: [], unreadable: 0 });
    });

    it('the calls that came in in five minutes, once they have ended, beside the tickets', async () => {
      const { tickets, calls, source } = await make();
      const { openedAt } = await opened(tickets, 1, { channel: 'phone' });
      await calls.addTurn({ id: 'twilio:CA0', startedAt: openedAt, turns: [] }, { step: 0, answer: {} }, TEN_PAST);
      for (const [place, seconds] of [0, 299, 300].entries()) await ended(calls, `twilio:CA${place + 1}`, seconds, place !== 1);
      const found = await source.openedIn(MONDAY_AT_TEN);
      expect(found.tickets.map((ticket) => ticket.openedAt)).toEqual([openedAt]);
      expect(found.calls.toSorted((a, b) => (a.openedAt < b.openedAt ? -1 : 1))).toEqual([
        { openedAt: MONDAY_AT_TEN, connected: true },
        { openedAt: secondsLater(299), connected: false },
      ]);
    });

    it('when calls came in of which was recorded in five minutes that they have ended', async () => {
      const { tickets, calls, source } = await make();
      await opened(tickets, 0);
      await ended(calls, 'twilio:CA1', 0, true);
      await ended(calls, 'twilio:CA2', -700, false);
      await ended(calls, 'twilio:CA3', -710, false);
      expect((await openingsIn(source, MONDAY_AT_TEN)).sort()).toEqual([plusMinutes(MONDAY_AT_TEN, -15), MONDAY_AT_TEN]);
    });

    it('all of a ticket that counts, and nothing that was said', async () => {
      const { tickets, source } = await make();
      let ticket = await opened(tickets, 1);
      const act = async (command: Command, role: Role): Promise<void> => {
        ticket = await done(tickets, ticket, command, role);
      };
      await act(toWaterworks, 'system');
      await act({ action: 'return', reason: 'Not ours' }, 'department');
      await act(toWaterworks, 'agent');
      for (const mark of ticket.schedule.marks) await act({ action: 'card', mark }, 'system');
      await act({ action: 'accept' }, 'department');
      await act({ action: 'resolve', outcome: 'Mended' }, 'department');
      await act({ action: 'rate', rating: { solved: true, stars: 5, comment: 'Thanks' } }, 'resident');
      const [found] = (await source.openedIn(MONDAY_AT_TEN)).tickets;
      expect(found).toEqual(CountedTicket().parse(factsAlone(ticket)));
      expect(found).toMatchObject({ rating: { stars: 5, solved: true }, returnedBy: ['waterworks'] });
      expect(JSON.stringify(found)).not.toMatch(/Water runs|Mended|Not ours|Thanks/);
    });

    it('when those were opened to which something happened in five minutes, each once', async () => {
      const { tickets, source } = await make();
      const first = await opened(tickets, 0);
      await opened(tickets, 20);
      await opened(tickets, 700);
      const dispatch = changed(first, toWaterworks, 'system', plusMinutes(MONDAY_AT_TEN, 12));
      await tickets.commit(dispatch);
      expect(await openingsIn(source, MONDAY_AT_TEN)).toEqual([MONDAY_AT_TEN]);
      expect((await openingsIn(source, TEN_PAST)).sort()).toEqual([MONDAY_AT_TEN, TEN_PAST]);
      expect(await openingsIn(source, plusMinutes(MONDAY_AT_TEN, 5))).toEqual([]);
    });

    it('what happened long ago, in the five minutes in which it was recorded', async () => {
      const { tickets, source } = await make();
      const change = opening();
      await tickets.open({ ...change, event: { ...change.event, recordedAt: TEN_PAST } }, markOf('late'));
      expect(await openingsIn(source, MONDAY_AT_TEN)).toEqual([]);
      expect(await openingsIn(source, TEN_PAST)).toEqual([MONDAY_AT_TEN]);
    });
  });

  describe(`${name} is counted`, () => {
    it('by two runs at once as in memory, and again after something changed', async () => {
      const { tickets, calls, source, figures } = await make();
      const offset = 480;
      const contributionsOf = contributionsIn(smallDistrict);
      const run = (at: string, into: FiguresStore) =>
        createHandler({ source, figures: into, contributionsOf, offset, now: () => at, log: () => {} })();
      const cells = async (store: FiguresStore) =>
        (await Promise.all([store.within('five-minutes', '2026-11-23T10'), store.within('year', '')]))
          .flat()
          .map(({ place, cell }) => JSON.stringify([place, cell]))
          .sort();

      const first = await opened(tickets, 0, { area: 'lake-1' });
      for (let n = 1; n < 12; n += 1) await opened(tickets, n * 40);
      for (let n = 0; n < 12; n += 1) await ended(calls, `twilio:CA${n}`, n * 20, n % 3 > 0);
      const soon = plusMinutes(MONDAY_AT_TEN, 9);
      await Promise.all([run(soon, figures), run(soon, figures)]);
      const once = memoryFigures();
      await run(soon, once);
      expect(await cells(figures)).toEqual(await cells(once));

      const corrected = changed(first, { ...toWaterworks, kind: 'dispute', category: 'noise' }, 'agent', TEN_PAST);
      await tickets.commit(corrected);
      await ended(calls, 'jambonz:CA1', 3 * 60, true, TEN_PAST);
      const later = plusMinutes(MONDAY_AT_TEN, 20);
      expect(await run(later, figures)).toBe(1);
      await run(later, once);
      expect(await cells(figures)).toEqual(await cells(once));
      expect((await cells(figures)).length).toBeGreaterThan(20);
      const [total] = await figures.within('year', '', { by: 'all', first: '2026', last: '2026' });
      expect(total?.cell.counts).toMatchObject({ received: 12, calls: 13, connected: 9 });
      expect((await figures.progress())?.asOf).toBe(later);
    });
  });
};
