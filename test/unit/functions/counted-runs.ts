import { expect } from 'vitest';
import { contributionsIn } from '#domain/figures/contributions.ts';
import { timesOf } from '#domain/figures/rates.ts';
import { offsetMinutes } from '#domain/instant.ts';
import { createHandler } from '#functions/roll-up-figures/handler.ts';
import type { FiguresSource } from '#ports/figures.ts';
import type { MemoryFigures } from '#test/adapters/memory/figures-store.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';
import { naiveRecount } from './naive-recount.ts';
import { type EndedCall, ticketsOf, type Written } from './random-lives.ts';

/** What the tickets and calls of the small district contribute. */
export const contributionsOf = contributionsIn(smallDistrict);
/** Minutes from UTC to the district's time. */
export const offset = offsetMinutes(smallDistrict.utcOffset);

/** Is told the name of a method before it is called, and after. */
export interface Watch {
  before?: (name: string) => Promise<void>;
  after?: (name: string) => Promise<void>;
}

/** Wraps every method: `before` and `after` are told its name. */
const watched = <T extends object>(thing: T, { before, after }: Watch): T =>
  Object.fromEntries(
    Object.entries(thing).map(([name, method]) => [
      name,
      async (...args: unknown[]) => {
        await before?.(name);
        const answer = await method(...args);
        await after?.(name);
        return answer;
      },
    ]),
  ) as T;

interface Run {
  source: FiguresSource;
  figures: MemoryFigures;
  at: string;
  watch?: Watch;
}
/** One run at a moment; gives the number of five minutes that it counted. */
export const run = ({ source, figures, at, watch = {} }: Run): Promise<number> =>
  createHandler({
    source: watched(source, watch),
    figures: watched(figures, watch),
    contributionsOf,
    offset,
    now: () => at,
    log: () => {},
  })();

/** Holds all that is kept against a count of all tickets and calls one by one. */
export const expectRight = (figures: MemoryFigures, written: readonly Written[], calls: readonly EndedCall[] = []): void => {
  const outcomes = calls.map(({ outcome }) => outcome);
  const naive = naiveRecount(ticketsOf(written), outcomes, smallDistrict);
  const kept = new Map(
    figures.allCells().map(({ place, cell }) => [`${place.level} ${place.start} ${place.by} ${place.value}`, cell]),
  );
  const counts = [...kept].map(([key, cell]) => [
    key,
    Object.fromEntries(Object.entries(cell.counts).filter(([, count]) => count !== 0)),
  ]);
  expect(Object.fromEntries(counts)).toEqual(Object.fromEntries([...naive].map(([key, one]) => [key, one.counts])));
  for (const [key, { times }] of naive) {
    const shown = timesOf(kept.get(key)?.times ?? expect.fail(key));
    for (const what of ['accept', 'resolve'] as const) {
      for (const how of ['working', 'wallClock'] as const) {
        const right = times[what][how].sort((a, b) => a - b)[Math.ceil(times[what][how].length / 2) - 1];
        const found = shown[what][how].p50;
        if (right === undefined) expect(found).toBeNull();
        else expect(Math.abs((found ?? Number.NaN) - right)).toBeLessThanOrEqual(right * 0.05 + 0.02);
      }
    }
  }
};

/** Changes that show in the table as soon as they are recorded. */
export const shown = (...changes: Written['change'][]): Written[] =>
  changes.map((change) => ({ change, eventShows: change.event.recordedAt, ticketShows: change.event.recordedAt }));
