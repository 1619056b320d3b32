import { describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/roll-up-figures/handler.ts';
import { memoryFigures } from '../../../shared/adapters/memory/figures-store.ts';
import { CountedTicket, contributionsIn } from '../../../shared/domain/figures/contributions.ts';
import { plusMinutes } from '../../../shared/domain/instant.ts';
import type { FiguresSource, FiguresStore } from '../../../shared/ports/figures.ts';
import type { TicketStore } from '../../../shared/ports/ticket-store.ts';
import { changed, MONDAY_AT_TEN, opening, ticketIn } from '../../domain/new-ticket.ts';
import { smallDistrict } from '../../domain/small-district.ts';
import { done, markOf, opened, toWaterworks } from '../matters.ts';

/** An empty tickets table, with what figures are made of and where they go. */
export interface Counted {
  tickets: TicketStore;
  source: FiguresSource;
  figures: FiguresStore;
}

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
      const found = await source.openedIn(MONDAY_AT_TEN);
      expect(found.toSorted((a, b) => (a.openedAt < b.openedAt ? -1 : 1))).toEqual(
        [dispatched, last].map((ticket) => CountedTicket.parse(ticket)),
      );
      expect(await source.openedIn(TEN_PAST)).toEqual([]);
    });

    it('all of a ticket that counts, and nothing that was said', async () => {
      const { tickets, source } = await make();
      const { closed } = ticketIn();
      const again = changed(ticketIn().returned, { ...toWaterworks, department: 'heatworks' }, 'agent').ticket;
      const { reporter: _, ...plain } = { ...closed, returns: again.returns, cards: closed.schedule.marks };
      const change = opening();
      await tickets.open({ ...change, ticket: { ...plain, reporter: { anonymous: false } } }, markOf('all'));
      const [found] = await source.openedIn(MONDAY_AT_TEN);
      const { stars, solved } = closed.rating ?? {};
      expect(found).toEqual(CountedTicket.parse(plain));
      expect(found).toMatchObject({ rating: { stars, solved }, returns: [{ department: 'waterworks' }] });
      expect(JSON.stringify(found)).not.toMatch(/Water runs|Mended|Not ours/);
    });

    it('when those were opened to which something happened in five minutes, each once', async () => {
      const { tickets, source } = await make();
      const first = await opened(tickets, 0);
      await opened(tickets, 20);
      await opened(tickets, 700);
      const dispatch = changed(first, toWaterworks, 'system', plusMinutes(MONDAY_AT_TEN, 12));
      await tickets.commit(dispatch);
      expect(await source.openingsRecordedIn(MONDAY_AT_TEN)).toEqual([MONDAY_AT_TEN]);
      expect((await source.openingsRecordedIn(TEN_PAST)).sort()).toEqual([MONDAY_AT_TEN, TEN_PAST]);
      expect(await source.openingsRecordedIn(plusMinutes(MONDAY_AT_TEN, 5))).toEqual([]);
    });

    it('what happened long ago, in the five minutes in which it was recorded', async () => {
      const { tickets, source } = await make();
      const change = opening();
      await tickets.open({ ...change, event: { ...change.event, recordedAt: TEN_PAST } }, markOf('late'));
      expect(await source.openingsRecordedIn(MONDAY_AT_TEN)).toEqual([]);
      expect(await source.openingsRecordedIn(TEN_PAST)).toEqual([MONDAY_AT_TEN]);
    });
  });

  describe(`${name} is counted`, () => {
    it('by two runs at once as in memory, and again after something changed', async () => {
      const { tickets, source, figures } = await make();
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
      const soon = plusMinutes(MONDAY_AT_TEN, 9);
      await Promise.all([run(soon, figures), run(soon, figures)]);
      const once = memoryFigures();
      await run(soon, once);
      expect(await cells(figures)).toEqual(await cells(once));

      const corrected = changed(first, { ...toWaterworks, kind: 'dispute', category: 'noise' }, 'agent', TEN_PAST);
      await tickets.commit(corrected);
      const later = plusMinutes(MONDAY_AT_TEN, 20);
      expect(await run(later, figures)).toBe(1);
      await run(later, once);
      expect(await cells(figures)).toEqual(await cells(once));
      expect((await cells(figures)).length).toBeGreaterThan(20);
      expect((await figures.progress())?.asOf).toBe(later);
    });
  });
};
