import { describe, expect, it } from 'vitest';
import { nextMark } from '#domain/tickets/next-mark.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import type { DueIndex, TicketStore } from '#ports/ticket-store.ts';
import { done, markOf, opened, resolved, toWaterworks } from '#test/adapters/matters.ts';
import { changed, leak, opening } from '#test/unit/domain/new-ticket.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';
import { telephone } from '#test/unit/domain/telephones.ts';

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

    it('of resolved tickets, those whose reporters are to be rung by then, earliest first', async () => {
      const index = await make();
      const { phone } = leak.contact ?? {};
      const byPhone = { reporterKey: undefined, contact: phone === undefined ? undefined : { phone } };
      const [late, soon, app] = [await opened(index, 1, byPhone), await opened(index, 9, byPhone), await opened(index, 17)];
      // The night before, so that it is due at the next working time.
      const callsAt = async (ticket: Ticket, at: string): Promise<Ticket> => {
        const dispatched = await done(index, ticket, toWaterworks, 'system');
        const accepted = await done(index, dispatched, { action: 'accept' }, 'department');
        const change = changed(accepted, { action: 'resolve', outcome: 'Mended' }, 'department', at);
        expect(await index.commit(change)).toBe('committed');
        return change.ticket;
      };
      const [resolvedLate, resolvedSoon] = [
        await callsAt(late, '2026-11-24T14:00:00.000Z'),
        await callsAt(soon, '2026-11-23T14:00:00.000Z'),
      ];
      await callsAt(app, '2026-11-23T14:00:00.000Z');
      const nextAt = resolvedSoon.reporterCalls?.nextAt ?? '';
      expect(nextAt > '2026-11-23T14:00:00.000Z' && nextAt < (resolvedLate.reporterCalls?.nextAt ?? '')).toBe(true);
      expect(await index.due('reporters', justBefore(nextAt), 9)).toEqual([]);
      expect(await index.due('reporters', nextAt, 9)).toEqual([soon.number]);
      expect(await index.due('reporters', EVER, 9)).toEqual([soon.number, late.number]);
      expect(await index.due('reporters', EVER, 1)).toEqual([soon.number]);
      expect([await index.due('ordinary', EVER, 9), await index.due('urgent', EVER, 9)]).toEqual([[], []]);

      const rung = changed(resolvedSoon, { action: 'ring-reporter', attempt: 1 }, 'system', nextAt);
      await index.commit(rung);
      expect(await index.due('reporters', nextAt, 9)).toEqual([]);
      expect(await index.due('reporters', rung.ticket.reporterCalls?.nextAt ?? '', 9)).toEqual([soon.number]);
      await done(index, rung.ticket, { action: 'leave-reporter' }, 'system');
      const rating = { solved: true, stars: 5 };
      await done(index, resolvedLate, { action: 'rate', rating }, 'system');
      expect(await index.due('reporters', EVER, 9)).toEqual([]);
    });

    it('of those in danger, those for whom somebody on duty is to be rung, and their cards apart', async () => {
      const index = await make();
      const duty = { ...smallDistrict.duty, district: [{ name: 'Officer', phone: telephone('+8610000000203') }] };
      const { ticket, event } = opening({ urgent: true }, { district: { ...smallDistrict, duty } });
      expect(await index.open({ ticket, event }, markOf('danger'))).toEqual({ outcome: 'opened' });
      await opened(index, 2);
      const nextAt = ticket.duty?.nextAt ?? '';
      expect(nextAt > ticket.openedAt && nextAt < markAt(ticket)).toBe(true);
      expect(await index.due('duty', justBefore(nextAt), 9)).toEqual([]);
      expect(await index.due('duty', nextAt, 9)).toEqual([ticket.number]);
      expect(await index.due('urgent', justBefore(markAt(ticket)), 9)).toEqual([]);
      expect(await index.due('urgent', markAt(ticket), 9)).toEqual([ticket.number]);
      expect(await index.due('ordinary', EVER, 9)).not.toContain(ticket.number);

      // A card that falls before the next step is not missed.
      const rung = { action: 'ring-duty', step: 1, of: 'district', name: 'Officer', phone: '100****0203' } as const;
      const at = new Date(Date.parse(markAt(ticket)) - 60_000).toISOString();
      const claimed = changed(ticket, rung, 'system', at);
      await index.commit(claimed);
      expect((claimed.ticket.duty?.nextAt ?? '') > markAt(ticket)).toBe(true);
      expect(await index.due('urgent', justBefore(markAt(ticket)), 9)).toEqual([]);
      expect(await index.due('urgent', markAt(ticket), 9)).toEqual([ticket.number]);
      expect(await index.due('duty', markAt(ticket), 9)).toEqual([]);

      const taken = await done(index, claimed.ticket, { action: 'take-duty', step: 1 }, 'system');
      expect(await index.due('duty', EVER, 9)).toEqual([]);
      expect(await index.due('urgent', justBefore(markAt(taken)), 9)).toEqual([]);
      expect(await index.due('urgent', markAt(taken), 9)).toEqual([ticket.number]);
    });

    it('of doubts, those for which somebody on duty is to be rung; their cards are no urgent ones', async () => {
      const index = await make();
      const duty = { ...smallDistrict.duty, desk: { name: 'Desk', phone: telephone('+8610000000204') } };
      const intake = { danger: { outcome: 'doubt' as const, words: [] } };
      const atNight = { district: { ...smallDistrict, duty }, at: '2026-11-23T18:00:00.000Z' };
      const { ticket, event } = opening(intake, atNight);
      expect(await index.open({ ticket, event }, markOf('doubt'))).toEqual({ outcome: 'opened' });
      expect(await index.due('duty', ticket.openedAt, 9)).toEqual([ticket.number]);
      expect([await index.due('urgent', EVER, 9), await index.due('ordinary', ticket.openedAt, 9)]).toEqual([[], []]);
      expect(await index.due('ordinary', markAt(ticket), 9)).toEqual([ticket.number]);
    });

    it('those whose cards fall, behind however many that wait for a duty telephone alone', async () => {
      const index = await make();
      const duty = { ...smallDistrict.duty, district: [{ name: 'Officer', phone: telephone('+8610000000203') }] };
      const tickets: Ticket[] = [];
      for (const place of [1, 2, 3]) {
        const { ticket, event } = opening({ urgent: true }, { random: place, district: { ...smallDistrict, duty } });
        await index.open({ ticket, event }, markOf(`danger ${place}`));
        tickets.push(ticket);
      }
      const [carded, , uncarded] = tickets as [Ticket, Ticket, Ticket];
      for (const ticket of tickets.slice(0, 2)) {
        const mark = nextMark(ticket);
        if (!mark) throw new Error('a new ticket has a mark');
        await done(index, ticket, { action: 'card', mark }, 'system');
      }
      expect(await index.due('urgent', markAt(carded), 1)).toEqual([uncarded.number]);
      expect(await index.due('duty', markAt(carded), 9)).toHaveLength(3);
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
