import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Ticket } from '#domain/tickets/ticket.ts';
import type { TicketLists, TicketStore } from '#ports/ticket-store.ts';
import { inState } from '#test/adapters/in-state.ts';
import { done, markOf, secondsLater, toWaterworks } from '#test/adapters/matters.ts';
import { opening } from '#test/unit/domain/new-ticket.ts';
import { numbers, pages } from './ticket-lists.ts';

/** Lists of random tickets, while others are written; `make` gives an empty one with its store. */
export const randomListsSuite = (name: string, make: () => Promise<TicketStore & TicketLists>): void => {
  it(`${name} lists as a model in memory would, for random tickets and random writes between pages`, async () => {
    const one = fc.record({ urgent: fc.boolean(), doubt: fc.boolean(), at: fc.integer({ min: 0, max: 5 }) });
    const write = fc.record({ of: fc.nat(30), what: fc.constantFrom('dispatch', 'urgent', 'open', 'withdraw') });
    await fc.assert(
      fc.asyncProperty(
        fc.array(one, { maxLength: 12 }),
        fc.array(write, { maxLength: 6 }),
        fc.integer({ min: 1, max: 5 }),
        async (all, writes, size) => {
          const tickets = await make();
          const now = new Map<string, Ticket>();
          const open = async ({ urgent, doubt, at }: (typeof all)[number]) => {
            const danger = doubt ? { danger: { outcome: 'doubt' as const, words: ['smoke'] } } : {};
            const change = opening({ urgent, ...danger }, { random: now.size, at: secondsLater(at) });
            await tickets.open(change, markOf(`random-${now.size}`));
            now.set(change.ticket.number, change.ticket);
          };
          for (const each of all) await open(each);
          const rankOf = ({ urgent, danger }: Ticket): string => (urgent ? 'a' : danger ? 'b' : 'c');
          const placeOf = (ticket: Ticket): string => `${rankOf(ticket)} ${ticket.openedAt} ${ticket.number}`;
          const moved = new Set<string>();
          const left = [...writes];
          const read = await pages(
            (cursor) => inState(tickets, 'received', { size, cursor }),
            async () => {
              const next = left.pop();
              if (!next) return;
              if (next.what === 'open') return open({ urgent: false, doubt: false, at: 9 });
              const ticket = [...now.values()][next.of % Math.max(1, now.size)];
              if (ticket?.state !== 'received') return;
              const isMoved = next.what !== 'urgent' || !ticket.urgent;
              if (!isMoved) return;
              moved.add(ticket.number);
              if (next.what === 'dispatch') now.set(ticket.number, await done(tickets, ticket, toWaterworks, 'system'));
              else if (next.what === 'withdraw')
                now.set(ticket.number, await done(tickets, ticket, { action: 'withdraw' }, 'resident'));
              else
                now.set(
                  ticket.number,
                  await done(tickets, ticket, { action: 'correct', urgent: true, reason: 'A child' }, 'agent'),
                );
            },
          );
          const stayed = [...now.values()].filter(({ number, state }) => state === 'received' && !moved.has(number));
          const seen = read.flat().filter((number) => !moved.has(number));
          expect(new Set(read.flat()).size, 'nothing twice').toBe(read.flat().length);
          const throughout = stayed.filter(({ openedAt }) => openedAt < secondsLater(9));
          expect(seen.filter((number) => throughout.some((ticket) => ticket.number === number))).toEqual(
            throughout.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1)).map(({ number }) => number),
          );
          const after = (await pages((cursor) => inState(tickets, 'received', { size: 7, cursor }))).flat();
          const model = [...now.values()].filter(({ state }) => state === 'received');
          expect(after).toEqual(model.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1)).map(({ number }) => number));
          const withdrawn = [...now.values()].filter(({ state }) => state === 'withdrawn').map(({ number }) => number);
          const month = await inState(tickets, 'withdrawn', { size: 50, month: '2026-11' });
          expect(numbers(month).sort()).toEqual(withdrawn.sort());
          expect(numbers(await inState(tickets, 'withdrawn', { size: 50, month: '2026-10' }))).toEqual([]);
        },
      ),
      { numRuns: 12 },
    );
  }, 60_000);
};
