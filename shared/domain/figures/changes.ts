import { type Cell, emptyCell, holds, isEmpty, isSame, merge, without, withUnknown } from './cell.ts';
import type { Contribution, Dimension } from './contributions.ts';
import { type Level, type Span, spansAbove } from './spans.ts';

/** Which figures: of what time, and of what. */
export interface Place {
  level: Level;
  start: string;
  by: Dimension;
  value: string;
}

/** A cell and where it is kept. `seen` tells the store which one was read when it is to be replaced. */
export interface KeptCell {
  place: Place;
  cell: Cell;
  seen: string;
}

/** What is to be kept at a place instead of what was seen there; undefined is nothing. */
export interface CellChange {
  place: Place;
  seen: string | undefined;
  cell: Cell | undefined;
}

/** What is wrong in the figures of one value within one hour: its five minutes as they are kept, and as they must be. */
export interface Difference {
  by: Dimension;
  value: string;
  /** The hour, the day, the month and the year that the difference is carried to. */
  above: Place[];
  leaves: CellChange[];
  /** The sum of the leaves as they were, and as they must be. */
  was: Cell;
  is: Cell;
}

const nameOf = ({ by, value }: { by: Dimension; value: string }): string => `${by}#${value}`;

/** Adds up what the tickets and calls of one span contribute, by value. */
const sumUp = (contributions: readonly Contribution[]): Map<string, Contribution> => {
  const sums = new Map<string, Contribution>();
  for (const one of contributions) {
    const { cell = emptyCell } = sums.get(nameOf(one)) ?? {};
    sums.set(nameOf(one), { ...one, cell: merge(cell, one.cell) });
  }
  return sums;
};

/** Compares five minutes of one hour, counted anew, with what is kept of them. Gives only what differs, by value. */
export const differences = (
  counted: readonly { span: Span; contributions: readonly Contribution[] }[],
  kept: readonly KeptCell[],
): Difference[] => {
  const found = new Map<string, Difference>();
  for (const { span, contributions } of counted) {
    const fresh = sumUp(contributions);
    const stale = new Map(kept.filter(({ place }) => place.start === span.start).map((one) => [nameOf(one.place), one]));
    for (const name of new Set([...fresh.keys(), ...stale.keys()])) {
      const [after, before] = [fresh.get(name), stale.get(name)];
      const about = after ?? before?.place;
      const cell = after && before ? withUnknown(after.cell, before.cell) : after?.cell;
      if (!about || (cell && before && isSame(cell, before.cell))) continue;
      const { by, value } = about;
      const above = spansAbove(span).map((one) => ({ ...one, by, value }));
      const { leaves, was, is } = found.get(name) ?? { leaves: [], was: emptyCell, is: emptyCell };
      found.set(name, {
        by,
        value,
        above,
        leaves: [...leaves, { place: { ...span, by, value }, seen: before?.seen, cell }],
        was: merge(was, before?.cell ?? emptyCell),
        is: merge(is, cell ?? emptyCell),
      });
    }
  }
  return [...found.values()];
};

/**
 * Carries a difference up: all that must be written at once so that every hour, day, month and year still is the sum
 * of its five minutes. `kept` is what is kept above. Undefined when that does not hold what is to be taken out of it:
 * the two were not read at the same moment.
 */
export const carriedUp = (
  { above, leaves, was, is }: Difference,
  kept: readonly (KeptCell | undefined)[],
): CellChange[] | undefined => {
  const changes = [...leaves];
  for (const [index, place] of above.entries()) {
    const { seen, cell: before = emptyCell } = kept[index] ?? {};
    if (!holds(before, was)) return undefined;
    const cell = merge(without(before, was), is);
    changes.push({ place, seen, cell: isEmpty(cell) ? undefined : cell });
  }
  return changes;
};
