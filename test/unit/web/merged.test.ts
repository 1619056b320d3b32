import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder, type Listed, merged } from '#web/lists/merged.ts';

const INSTANTS = ['2026-11-02T01:00:00Z', '2026-11-03T01:00:00Z', '2026-11-04T01:00:00Z'];
const ticket = fc.record(
  {
    number: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'),
    version: fc.integer({ min: 1, max: 9 }),
    openedAt: fc.constantFrom(...INSTANTS),
    urgent: fc.boolean(),
    danger: fc.constant({ outcome: 'doubt' }),
    dueAt: fc.constantFrom(...INSTANTS),
  },
  { requiredKeys: ['number', 'version', 'openedAt', 'urgent'] },
);
const once = fc.uniqueArray(ticket, { selector: ({ number }) => number });
/** Changes may name a ticket twice, and in an older version than is known; one that left is not among them. */
const change = fc
  .record({ tickets: fc.array(ticket, { maxLength: 4 }), left: fc.uniqueArray(fc.constantFrom('A', 'B', 'C')) })
  .map(({ tickets, left }) => ({ tickets: tickets.filter(({ number }) => !left.some((one) => one === number)), left }));

const order = fc.constantFrom('age' as const, 'due' as const);

describe('a list that follows what changed', () => {
  it('has of each ticket the newest version once, nothing that left, and goes on from the last cursor', () => {
    fc.assert(
      fc.property(once, fc.nat(6), fc.array(change, { maxLength: 6 }), order, (tickets, cut, changes, by) => {
        let pages = [{ tickets: tickets.slice(0, cut), changes: 'first', cursor: 'more' }, { tickets: tickets.slice(cut) }];
        const model = new Map(tickets.map((one) => [one.number, one.version]));
        for (const [n, { tickets: now, left }] of changes.entries()) {
          pages = merged(pages, { tickets: now, left, changes: String(n) });
          for (const number of left) model.delete(number);
          for (const { number, version } of now) model.set(number, Math.max(version, model.get(number) ?? 0));
        }
        const shown = inOrder<Listed>(pages, by);
        expect(new Map(shown.map(({ number, version }) => [number, version]))).toEqual(model);
        expect(shown).toHaveLength(model.size);
        expect(pages[0]).toMatchObject({ changes: String(changes.length > 0 ? changes.length - 1 : 'first'), cursor: 'more' });
      }),
    );
  });

  it('stands in the order of the API: urgent, doubts of danger, the others, each the oldest first; or by what is due', () => {
    const one = (number: string, part: Partial<Listed>): Listed => ({
      number,
      version: 1,
      openedAt: INSTANTS[1] ?? '',
      urgent: false,
      ...part,
    });
    const list = [
      one('late', { dueAt: INSTANTS[2] }),
      one('early', { openedAt: INSTANTS[0] ?? '', dueAt: INSTANTS[1] }),
      one('doubt', { danger: { outcome: 'doubt' } }),
      one('urgent', { urgent: true, dueAt: INSTANTS[0] }),
    ];
    const numbers = (by: 'age' | 'due') => inOrder([{ tickets: list }], by).map(({ number }) => number);
    expect(numbers('age')).toEqual(['urgent', 'doubt', 'early', 'late']);
    expect(numbers('due')).toEqual(['urgent', 'early', 'late', 'doubt']);
  });
});
