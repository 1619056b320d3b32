import { describe, expect, it } from 'vitest';
import type { TelephoneTickets } from '#ports/telephone-tickets.ts';
import type { TicketStore } from '#ports/ticket-store.ts';
import { done, opened, resolved } from '#test/adapters/matters.ts';

/** What every TelephoneTickets does; `make` gives an empty one with its store. */
export const telephoneTicketsSuite = (name: string, make: () => Promise<TicketStore & TelephoneTickets>): void => {
  describe(`${name} finds the tickets of a telephone`, () => {
    const [MINE, OTHER] = ['k'.repeat(22), 'l'.repeat(22)];

    it('newest first, so many as are asked for, by category, day and state', async () => {
      const tickets = await make();
      const first = await opened(tickets, 0, { phoneKey: MINE });
      await opened(tickets, 1, { phoneKey: OTHER });
      await opened(tickets, 2);
      const { category, state, openedAt, schedule } = await opened(tickets, 3, { phoneKey: MINE });
      const found = await tickets.offered(MINE, 9);
      expect(found[0]).toEqual({ category, state, openedAt, schedule });
      expect(found.map((one) => one.openedAt)).toEqual([openedAt, first.openedAt]);
      expect(await tickets.offered(MINE, 1)).toEqual(found.slice(0, 1));
      expect(await tickets.offered('m'.repeat(22), 9)).toEqual([]);
    });

    it('as they are now, until they are closed', async () => {
      const tickets = await make();
      const states = async () => (await tickets.offered(MINE, 9)).map(({ state }) => state);
      const ticket = await resolved(tickets, await opened(tickets, 0, { phoneKey: MINE }));
      expect(await states()).toEqual(['resolved']);
      await done(tickets, ticket, { action: 'rate', rating: { solved: true, stars: 5 } }, 'system');
      expect(await states()).toEqual([]);
    });

    it('never one whose reporter wished not to be known, also when they wish it later', async () => {
      const tickets = await make();
      await opened(tickets, 0, { phoneKey: MINE, confidential: true });
      await opened(tickets, 1, { phoneKey: MINE, anonymous: true });
      expect(await tickets.offered(MINE, 9)).toEqual([]);
      const ticket = await opened(tickets, 2, { phoneKey: MINE });
      expect(await tickets.offered(MINE, 9)).toHaveLength(1);
      await done(tickets, ticket, { action: 'hide-reporter', confidential: true }, 'system');
      expect(await tickets.offered(MINE, 9)).toEqual([]);
    });
  });
};
