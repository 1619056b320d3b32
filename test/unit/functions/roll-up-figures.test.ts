import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plusMinutes } from '#domain/instant.ts';
import { createHandler } from '#functions/roll-up-figures/handler.ts';
import { scheduledFunction } from '#runtime/schedule.ts';
import { wholeEvent } from '#simulator/sample-events/whole-event.ts';
import { memoryFigures } from '#test/adapters/memory/figures-store.ts';
import { contributionsOf, expectRight, offset, run, type Watch } from './counted-runs.ts';
import { BEGINNING, endedCalls, lives, sourceAt } from './random-lives.ts';

const add = (sums: Map<string, number>, name: string, more: number): unknown => sums.set(name, (sums.get(name) ?? 0) + more);

describe('whatever happens, the figures are those of a recount', () => {
  const turn = fc.record({
    gap: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 4000 })),
    how: fc.constantFrom('once', 'twice', 'crash'),
    crashAt: fc.nat(60),
    halfDone: fc.boolean(),
    seed: fc.nat(),
  });

  it('lives in any order, runs that overlap, come twice at once or die between any two steps', async () => {
    await fc.assert(
      fc.asyncProperty(lives, endedCalls, fc.array(turn, { maxLength: 12 }), async (written, calls, turns) => {
        const figures = memoryFigures();
        let now = BEGINNING;
        const source = sourceAt(written, () => now, calls);
        await run({ source, figures, at: now });
        for (const { gap, how, crashAt, halfDone, seed } of turns) {
          now = plusMinutes(now, gap);
          let chance = seed + 1;
          const dawdle = async (): Promise<void> => {
            chance = (chance * 48_271) % 2_147_483_647;
            for (let n = chance % 9; n > 0; n -= 1) await Promise.resolve();
          };
          let left = crashAt;
          const die = async (): Promise<void> => {
            left -= 1;
            if (left < 0) throw new Error('died');
          };
          const one = (watch: Watch = {}) => run({ source, figures, at: now, watch });
          if (how === 'once') await one();
          if (how === 'twice') await Promise.all([one({ before: dawdle }), one({ before: dawdle })]);
          if (how === 'crash')
            await one(halfDone ? { after: die, before: async () => (left < 0 ? die() : undefined) } : { before: die }).catch(
              () => {},
            );
        }
        const recorded = [
          ...written.map(({ change }) => change.event.recordedAt),
          ...calls.map(({ outcome }) => outcome.recordedAt),
        ];
        const last = recorded.sort().at(-1) ?? now;
        now = plusMinutes(last > now ? last : now, 30);
        await run({ source, figures, at: now });
        expectRight(figures, written, calls);
        // Nothing is left to do.
        const before = figures.allCells();
        await run({ source, figures, at: now });
        expect(figures.allCells()).toEqual(before);
        expect(await run({ source, figures, at: plusMinutes(now, 30) })).toBe(0);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('at every moment the levels add up, also between any two writes', async () => {
    await fc.assert(
      fc.asyncProperty(lives, endedCalls, fc.nat(80), async (written, calls, crashAt) => {
        const figures = memoryFigures();
        const source = sourceAt(written, () => '2027-06-01T00:00:00.000Z', calls);
        let left = crashAt;
        const die = async (name: string): Promise<void> => {
          if (name === 'replace' && left-- <= 0) throw new Error('died');
        };
        await figures.advance(undefined, { settled: BEGINNING, asOf: BEGINNING });
        await run({ source, figures, at: plusMinutes(BEGINNING, 7000), watch: { before: die } }).catch(() => {});
        const [kept, sums] = [new Map<string, number>(), new Map<string, number>()];
        for (const { place, cell } of figures.allCells()) {
          const name = (start: string): string => `${start} ${place.by} ${place.value}`;
          for (const what of ['received', 'calls', 'connected'] as const) {
            const count = cell.counts[what];
            if (place.level !== 'five-minutes') kept.set(`${what} ${name(place.start)}`, count);
            else for (const n of [13, 10, 7, 4]) add(sums, `${what} ${name(place.start.slice(0, n))}`, count);
          }
        }
        expect(kept).toEqual(sums);
      }),
      { numRuns: 30 },
    );
  }, 120_000);
});

describe('events/roll-up-figures', () => {
  const files = readdirSync('events/roll-up-figures');
  it.each(files)('%s', async (file) => {
    const event = wholeEvent(`events/roll-up-figures/${file}`);
    const needs = { source: sourceAt([], () => BEGINNING), figures: memoryFigures(), contributionsOf, offset };
    const lines: string[] = [];
    const handler = scheduledFunction('roll-up-figures', createHandler({ ...needs, now: () => BEGINNING, log: () => {} }), {
      log: (level) => lines.push(level),
    });
    if (file.startsWith('ok-')) expect(await handler(event)).toEqual({ count: 0 });
    else await expect(handler(event)).rejects.toThrow();
    expect(lines).toEqual([file.startsWith('ok-') ? 'info' : 'error']);
  });
});
