import { carriedUp, type Difference, differences } from '#domain/figures/changes.ts';
import { type Contribution, type Counted, type CountedTicket, contributionsOfCall } from '#domain/figures/contributions.ts';
import { localFiveMinutes } from '#domain/figures/spans.ts';
import type { Instant, UtcOffset } from '#domain/instant.ts';
import type { FiguresSource, FiguresStore, Recorded } from '#ports/figures.ts';

/** What a recount needs. */
export interface RecountNeeds {
  source: FiguresSource;
  figures: Pick<FiguresStore, 'within' | 'at' | 'replace'>;
  contributionsOf: (ticket: CountedTicket) => Contribution[];
  offset: UtcOffset;
}

/** Two runs meet when a schedule fires twice; whoever comes second finds little left to do. */
const MOST_ATTEMPTS = 5;
/** So many rows are written at once: what one transaction takes. */
const MOST_ROWS = 100;

/** The wrong values in parts, of which each can be written at once; a value's own rows are always within one. */
const inParts = (wrong: readonly Difference[]): Difference[][] => {
  const parts: Difference[][] = [];
  let rows = MOST_ROWS;
  for (const one of wrong) {
    const more = one.leaves.length + one.above.length;
    if (rows + more > MOST_ROWS) {
      parts.push([]);
      rows = 0;
    }
    parts.at(-1)?.push(one);
    rows += more;
  }
  return parts;
};

const correct = async (wrong: Difference[], figures: Pick<FiguresStore, 'at' | 'replace'>): Promise<'replaced' | 'conflict'> => {
  const above = await figures.at(wrong.flatMap((one) => one.above));
  let read = 0;
  const changes = wrong.map((one) => {
    const kept = above.slice(read, read + one.above.length);
    read += one.above.length;
    return carriedUp(one, kept);
  });
  // What was not read at the same moment is read again with all others.
  return changes.every((change) => change !== undefined) ? figures.replace(changes.flat()) : 'conflict';
};

/**
 * Counts some five minutes of one local hour (`2026-11-23T08`) anew, from the tickets and calls that began in them, and
 * carries what changed up to hour, day, month and year. All levels of a value change in one write, on condition that
 * nobody changed them since they were read: so they add up at every moment, and neither a crash nor a second run leaves
 * a wrong sum. Gives how many of the five minutes had changed, and of
 * how many tickets and calls nothing could be counted, as their rows can't be read.
 */
export const recountHour = async (
  hour: string,
  openings: ReadonlyMap<Instant, readonly Recorded[]>,
  { source, figures, contributionsOf, offset }: RecountNeeds,
): Promise<{ changed: number; unreadable: number }> => {
  const contributionsOfAll = ({ tickets, calls }: Counted): Contribution[] => [
    ...tickets.flatMap(contributionsOf),
    ...calls.flatMap(contributionsOfCall),
  ];
  const changed = new Set<string>();
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    // Before tickets and calls: what another run counts meanwhile is newer than ours and must not be overwritten.
    const kept = await figures.within('five-minutes', hour);
    const counted = await Promise.all(
      [...openings].map(async ([at, recorded]) => {
        const opened = await source.openedIn(at, recorded);
        return {
          span: localFiveMinutes(at, offset),
          contributions: contributionsOfAll(opened),
          unreadable: opened.unreadable,
        };
      }),
    );
    const wrong = differences(counted, kept);
    let conflicts = 0;
    for (const part of inParts(wrong)) if ((await correct(part, figures)) === 'conflict') conflicts += 1;
    for (const { leaves } of wrong) for (const { place } of leaves) changed.add(place.start);
    const unreadable = counted.reduce((sum, one) => sum + one.unreadable, 0);
    if (conflicts === 0) return { changed: changed.size, unreadable };
  }
  throw new Error(`the figures of ${hour} do not add up, or were changed by others ${MOST_ATTEMPTS} times`);
};
