import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { District } from '#domain/district/district.ts';
import { type Instant, plusMinutes } from '#domain/instant.ts';
import { factsAlone } from '#domain/tickets/said.ts';
import { summaryOf } from '#domain/tickets/ticket-summary.ts';
import { MONDAY_AT_TEN, opening } from '#test/unit/domain/new-ticket.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';
import { listChanges } from '#use-cases/lists/list-changes.ts';
import { listTickets } from '#use-cases/lists/list-tickets.ts';

const ticket = summaryOf(factsAlone(opening().ticket));
const seconds = (count: number): Instant => plusMinutes(MONDAY_AT_TEN, count / 60);

/** A list whose index shows what was written at a moment so many seconds late; how often a page that asks is told of it. */
const timesTold = async ({
  written,
  lag,
  every,
  busy = false,
}: {
  written: number;
  lag: number;
  every: number;
  busy?: boolean;
}) => {
  let at = 0;
  const lists = {
    allOpen: async () => ({ items: [], unreadable: 0 }),
    doneIn: async () => ({ items: [], unreadable: 0 }),
    changedSince: async (since: Instant, until: Instant) => {
      if (busy && until > plusMinutes(since, 4)) return 'too-many' as const;
      const isThere = at >= written + lag && seconds(written) >= since && seconds(written) <= until;
      return isThere ? [{ ticket, wentFrom: [] }] : [];
    },
  };
  const needs = { lists, district: smallDistrict as District, now: () => seconds(at) };
  const wanted = { viewer: 'agent', filter: {} } as const;
  const { first } = await listTickets(wanted, { order: 'age', size: 1 }, needs);
  let [cursor, told] = [first?.changes ?? '', 0];
  while (at < written + lag + 400) {
    at += every;
    const { items, cursor: next, reload } = await listChanges(wanted, cursor, needs);
    expect(reload).toBe(false);
    cursor = next;
    told += items.length;
  }
  return told;
};

describe('who follows the changes of a list', () => {
  it('is told what an index showed minutes late, also when the list was read before that, and few times', async () => {
    const written = fc.integer({ min: -60, max: 300 });
    const lag = fc.integer({ min: 0, max: 200 });
    await fc.assert(
      fc.asyncProperty(written, lag, fc.integer({ min: 5, max: 60 }), async (...[at, late, every]) => {
        const told = await timesTold({ written: at, lag: late, every });
        expect(told).toBeGreaterThanOrEqual(1);
        expect(told).toBeLessThanOrEqual(5 + Math.ceil(30 / every) + 2);
      }),
    );
  });

  it('is told what came just now where so much happened that nobody can look far back', async () => {
    expect(await timesTold({ written: 100, lag: 3, every: 10, busy: true })).toBeGreaterThanOrEqual(1);
  });
});
