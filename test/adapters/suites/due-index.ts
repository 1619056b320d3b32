import { describe, expect, it } from 'vitest';
import { nextMark } from '../../../shared/domain/limits.ts';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import type { DueIndex, TicketStore } from '../../../shared/ports/ticket-store.ts';
import { done, opened, resolved } from '../matters.ts';

const EVER = '2028-01-01T00:00:00.000Z';
const numbers = (tickets: readonly Ticket[]): string[] => tickets.map(({ number }) => number);
const markAt = (ticket: Ticket): string => nextMark(ticket)?.at ?? '';
const justBefore = (at: string): string => new Date(Date.parse(at) - 1).toISOString();

/** What every DueIndex does; `make` gives an empty one with its store. */
export const dueIndexSuite = (name: string, make: () => Promise<TicketStore & DueIndex>): void => {
  const withTickets = async (count: number, { urgent = false, step = 1 } = {}) => {
    const index = await make();
    const tickets: Ticket[] = [];
    for (let place = 0; place < count; place += 1) tickets.push(await opened(index, place * step, { urgent }));
    return { index, tickets };
  };

  describe(`${name} finds what is due`, () => {
    it('in all shards, earliest first', async () => {
      const { index, tickets } = await withTickets(20);
      const byMark = tickets.toSorted((one, other) => (markAt(one) + one.number < markAt(other) + other.number ? -1 : 1));
      expect(await index.due('ordinary', EVER, 100)).toEqual(numbers(byMark));
    });

    it('from the millisecond of its mark on', async () => {
      const { index, tickets } = await withTickets(1);
      const at = markAt(tickets[0] as Ticket);
      expect(await index.due('ordinary', justBefore(at), 9)).toEqual([]);
      expect(await index.due('ordinary', at, 9)).toEqual(numbers(tickets));
    });

    it('at most so many of each shard, those that fell first', async () => {
      // Numbers that are eight apart fall into the same shard.
      const { index, tickets } = await withTickets(5, { step: 8 });
      expect(await index.due('ordinary', EVER, 2)).toEqual(numbers(tickets.slice(0, 2)));
      const spread = await withTickets(16);
      expect(await spread.index.due('ordinary', EVER, 1)).toHaveLength(8);
    });

    it('the urgent ones apart from all others', async () => {
      const index = await make();
      const [urgent, ordinary] = [await opened(index, 1, { urgent: true }), await opened(index, 2)];
      expect(await index.due('urgent', EVER, 9)).toEqual([urgent.number]);
      expect(await index.due('ordinary', EVER, 9)).toEqual([ordinary.number]);
      expect(await index.due('urgent', justBefore(markAt(urgent)), 9)).toEqual([]);
    });

    it('by the next mark when one was given', async () => {
      const { index, tickets } = await withTickets(1);
      const ticket = tickets[0] as Ticket;
      const mark = nextMark(ticket);
      if (!mark) throw new Error('a new ticket has a mark');
      const carded = await done(index, ticket, { action: 'card', mark }, 'system');
      expect(markAt(carded) > mark.at).toBe(true);
      expect(await index.due('ordinary', mark.at, 9)).toEqual([]);
      expect(await index.due('ordinary', markAt(carded), 9)).toEqual([ticket.number]);
    });

    it('and forgets a ticket whose clocks have stopped', async () => {
      const { index, tickets } = await withTickets(2);
      const [gone, left] = tickets as [Ticket, Ticket];
      await resolved(index, gone);
      expect(await index.due('ordinary', EVER, 9)).toEqual([left.number]);
      await opened(index, 50, { reporterKey: undefined, answer: 'Ask at the town hall' });
      expect(await index.due('ordinary', EVER, 9)).toEqual([left.number]);
    });
  });
};
