import { carriedUp, type Difference, differences } from '#domain/figures/changes.ts';
import { type Contribution, type Counted, type CountedTicket, contributionsOfCall } from '#domain/figures/contributions.ts';
import { localFiveMinutes } from '#domain/figures/spans.ts';
import type { Instant, UtcOffset } from '#domain/instant.ts';
import type { FiguresSource, FiguresStore } from '#ports/figures.ts';

/** What a recount needs. */
export interface RecountNeeds {
  source: FiguresSource;
  figures: Pick<FiguresStore, 'within' | 'at' | 'replace'>;
  contributionsOf: (ticket: CountedTicket) => Contribution[];
  offset: UtcOffset;
}

/** Two runs meet when a schedule fires twice; whoever comes second finds little left to do. */
const MOST_ATTEMPTS = 5;
const AT_ONCE = 20;

/** Each value is written by itself: none of another's rows is in its way. */
const correct = async (wrong: Difference[], figures: Pick<FiguresStore, 'at' | 'replace'>): Promise<string[]> => {
  const above = await figures.at(wrong.flatMap((one) => one.above));
  return Promise.all(
    wrong.map(async (one, index) => {
      const changes = carriedUp(one, above.slice(index * one.above.length));
      return changes ? figures.replace(changes) : 'conflict';
    }),
  );
};

/**
 * Counts some five minutes of one local hour (`2026-11-23T08`) anew, from the tickets and calls that began in them, and
 * carries what changed up to hour, day, month and year. All levels of one value change in one write, on condition that
 * nobody changed them since they were read: so they add up at every moment, and neither a crash nor a second run leaves
 * a wrong sum. Gives how many of the five minutes had changed.
 */
export const recountHour = async (
  hour: string,
  openings: readonly Instant[],
  { source, figures, contributionsOf, offset }: RecountNeeds,
): Promise<number> => {
  const contributionsOfAll = ({ tickets, calls }: Counted): Contribution[] => [
    ...tickets.flatMap(contributionsOf),
    ...calls.flatMap(contributionsOfCall),
  ];
  const changed = new Set<string>();
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    // Before tickets and calls: what another run counts meanwhile is newer than ours and must not be overwritten.
    const kept = await figures.within('five-minutes', hour);
    const counted = await Promise.all(
      openings.map(async (at) => ({
        span: localFiveMinutes(at, offset),
        contributions: contributionsOfAll(await source.openedIn(at)),
      })),
    );
    const wrong = differences(counted, kept);
    let conflicts = 0;
    for (let n = 0; n < wrong.length; n += AT_ONCE) {
      const outcomes = await correct(wrong.slice(n, n + AT_ONCE), figures);
      conflicts += outcomes.filter((outcome) => outcome === 'conflict').length;
    }
    for (const { leaves } of wrong) for (const { place } of leaves) changed.add(place.start);
    if (conflicts === 0) return changed.size;
  }
  throw new Error(`the figures of ${hour} do not add up, or were changed by others ${MOST_ATTEMPTS} times`);
};
