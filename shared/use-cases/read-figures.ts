import type { KeptCell } from '#domain/figures/changes.ts';
import type { Dimension } from '#domain/figures/contributions.ts';
import { inPeriods, type Period, type PeriodCell, readingOf } from '#domain/figures/reading.ts';
import type { Day } from '#domain/instant.ts';
import type { FiguresStore } from '#ports/figures.ts';

/** Of which periods, by what, and of which of its values figures are wanted; of all unless some are named. */
export interface WantedFigures {
  period: Period;
  from: Day;
  to: Day;
  by: Dimension;
  values?: readonly string[] | undefined;
}

/** Reads figures of whole periods, ordered by time and value. Throws Refusal `period-invalid`. */
export const readFigures = async (
  { period, from, to, by, values }: WantedFigures,
  { figures }: { figures: Pick<FiguresStore, 'within'> },
): Promise<PeriodCell[]> => {
  const { level, above, first, last } = readingOf({ period, from, to });
  const kept: KeptCell[] = [];
  let rows = inPeriods(period, kept);
  for (const span of above) {
    for (const value of values ?? [undefined]) kept.push(...(await figures.within(level, span, { by, value, first, last })));
    rows = inPeriods(period, kept);
  }
  return rows;
};
