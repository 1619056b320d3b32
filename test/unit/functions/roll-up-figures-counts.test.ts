import { describe, expect, it } from 'vitest';
import type { Counts } from '#domain/figures/cell.ts';
import type { CellChange, KeptCell } from '#domain/figures/changes.ts';
import { CountedTicket } from '#domain/figures/contributions.ts';
import { fiveMinutesOf } from '#domain/figures/spans.ts';
import { plusMinutes } from '#domain/instant.ts';
import { factsAlone } from '#domain/tickets/said.ts';
import type { FiguresSource } from '#ports/figures.ts';
import { memoryFigures } from '#test/adapters/memory/figures-store.ts';
import { changed, MONDAY_AT_TEN, opening } from '#test/unit/domain/new-ticket.ts';
import { expectRight, run, shown } from './counted-runs.ts';
import { BEGINNING, type EndedCall, sourceAt } from './random-lives.ts';

describe('one run', () => {
  const opened = opening({ area: 'lake-1' });
  const dispatched = changed(opened.ticket, { action: 'dispatch', department: 'waterworks', rule: 'water' }, 'system');

  it('counts a ticket whose call was taken in long before it was recorded in the five minutes of the call', async () => {
    const late = { ...opened, event: { ...opened.event, recordedAt: '2026-11-23T05:00:00.000Z' } };
    const written = shown(late);
    const figures = memoryFigures();
    const source = sourceAt(written, () => '2026-11-23T06:00:00.000Z');
    await run({ source, figures, at: '2026-11-23T04:00:00.000Z' });
    expect(figures.allCells()).toEqual([]);
    expect(await run({ source, figures, at: '2026-11-23T05:01:00.000Z' })).toBe(1);
    expectRight(figures, written);
    expect(figures.allCells().filter(({ place }) => place.start === '2026-11-23T10:00')).toHaveLength(9);
  });

  const rung = (minutes: number, connected: boolean, more: Partial<EndedCall['outcome']> = {}): EndedCall => {
    const startedAt = plusMinutes(MONDAY_AT_TEN, minutes);
    const outcome = { id: `twilio:CA${minutes}`, startedAt, recordedAt: plusMinutes(startedAt, 3), connected, ...more };
    return { outcome, recordingShows: outcome.recordedAt, outcomeShows: outcome.recordedAt };
  };

  it('counts calls of which no ticket came, in the five minutes in which they came in', async () => {
    const lost = rung(1, false);
    const foundOutLate = rung(4, false, { recordedAt: plusMinutes(MONDAY_AT_TEN, 190) });
    const calls = [rung(0, true), lost, foundOutLate];
    const figures = memoryFigures();
    let now = plusMinutes(MONDAY_AT_TEN, 10);
    const source = sourceAt([], () => now, calls);
    expect(await run({ source, figures, at: now })).toBe(1);
    expectRight(figures, [], calls.slice(0, 2));
    now = plusMinutes(MONDAY_AT_TEN, 195);
    expect(await run({ source, figures, at: now })).toBe(1);
    expectRight(figures, [], calls);
    expect(figures.allCells()).toHaveLength(2 * 5);
  });

  it('adds calls to cells that were written before calls were counted, and only where there were some', async () => {
    const other = opening({}, { random: 7, at: plusMinutes(MONDAY_AT_TEN, 65) });
    const written = shown(opened, other);
    const figures = memoryFigures();
    let now = plusMinutes(MONDAY_AT_TEN, 70);
    const calls: EndedCall[] = [];
    const source = sourceAt(written, () => now, calls);
    await figures.advance(undefined, { settled: BEGINNING, asOf: BEGINNING });
    await figures.advance(await figures.progress(), { settled: MONDAY_AT_TEN, asOf: MONDAY_AT_TEN });
    await run({ source, figures, at: now });
    const older = ({ place, cell, seen }: KeptCell): CellChange => {
      const { calls: _, connected: __, ...counts } = cell.counts;
      return { place, seen, cell: { ...cell, counts: counts as Counts } };
    };
    await figures.replace(figures.allCells().map(older));
    const before = figures.allCells();
    expect(before[0]?.seen).not.toContain('calls');

    now = plusMinutes(now, 1);
    expect(await run({ source, figures, at: now })).toBe(0);
    expect(figures.allCells()).toEqual(before);
    calls.push(rung(66, true, { recordedAt: now }), rung(67, false, { recordedAt: now }));
    expect(await run({ source, figures, at: now })).toBe(1);
    expectRight(figures, written, calls);
    const untouched = ({ place }: KeptCell) => place.start.startsWith('2026-11-23T10');
    expect(figures.allCells().filter(untouched)).toEqual(before.filter(untouched));
  });

  it('leaves nothing of a kind and a category that were corrected', async () => {
    const command = { action: 'dispatch', department: 'centre', rule: 'by-hand', kind: 'dispute', category: 'noise' } as const;
    const corrected = changed(opened.ticket, command, 'agent', '2026-11-23T02:30:00.000Z');
    const written = shown(opened, corrected);
    const figures = memoryFigures();
    let now = plusMinutes(MONDAY_AT_TEN, 1);
    const source = sourceAt(written, () => now);
    await run({ source, figures, at: now });
    const values = () => new Set(figures.allCells().map(({ place }) => place.value));
    expect([values().has('help'), values().has('water'), values().has('dispute')]).toEqual([true, true, false]);
    now = plusMinutes(now, 30);
    await run({ source, figures, at: now });
    expect([values().has('help'), values().has('water'), values().has('dispute')]).toEqual([false, false, true]);
    expectRight(figures, written);
  });

  it('counts five minutes once, however much happened to their tickets', async () => {
    const later = { ...dispatched, event: { ...dispatched.event, recordedAt: plusMinutes(MONDAY_AT_TEN, 6) } };
    const at = plusMinutes(MONDAY_AT_TEN, 7);
    let read = 0;
    const watch = {
      before: async (name: string) => {
        if (name === 'openedIn') read += 1;
      },
    };
    await run({ source: sourceAt(shown(opened, later), () => at), figures: memoryFigures(), at, watch });
    expect(read).toBe(1);
  });

  it.each([10, 10_000])(
    'asks its stores as often for one new event when there are %i tickets',
    async (many) => {
      const figures = memoryFigures();
      const old = Array.from({ length: many }, (_, n) => opening({}, { random: n, at: plusMinutes(MONDAY_AT_TEN, n * 0.7) }));
      const byLeaf = Map.groupBy(old, ({ ticket }) => fiveMinutesOf(ticket.openedAt));
      const source: FiguresSource = {
        recordedIn: async (at) => (byLeaf.get(at) ?? []).map(({ event }) => ({ id: event.id, opened: at })),
        openedIn: async (at) => {
          const tickets = (byLeaf.get(at) ?? []).map(({ ticket }) => CountedTicket().parse(factsAlone(ticket)));
          return { tickets, calls: tickets.map(({ openedAt }) => ({ openedAt, connected: true })), unreadable: 0 };
        },
      };
      const end = plusMinutes(MONDAY_AT_TEN, many * 0.7 + 60);
      await figures.advance(undefined, { settled: MONDAY_AT_TEN, asOf: MONDAY_AT_TEN });
      expect(await run({ source, figures, at: end })).toBe(byLeaf.size);
      await run({ source, figures, at: plusMinutes(end, 1) });

      const at = plusMinutes(end, 2);
      byLeaf.set(fiveMinutesOf(end), [opening({}, { random: 1, at: end })]);
      const asked: Record<string, number> = {};
      const watch = {
        before: async (name: string) => {
          asked[name] = (asked[name] ?? 0) + 1;
        },
      };
      expect(await run({ source, figures, at, watch })).toBe(1);
      expect(asked).toEqual({ progress: 1, recordedIn: 3, openedIn: 1, within: 1, at: 1, replace: 1, advance: 1 });
    },
    60_000,
  );
});
