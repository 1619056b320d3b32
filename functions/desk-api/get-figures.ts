import { figureRows, getFiguresContract, notes } from '#contracts/http/get-figures.ts';
import type { KeptCell } from '#domain/figures/changes.ts';
import { inPeriods, readingOf } from '#domain/figures/reading.ts';
import { operation } from '#use-cases/operation.ts';

/** A supervisor reads figures: numerators and denominators as they were counted, rates made of them here. */
export const getFigures = operation(getFiguresContract, { figures: ['within', 'progress'] }).handledBy(
  ({ figures, district }) =>
    async ({ query: { period, from, to, by, value } }) => {
      const { level, above, first, last } = readingOf({ period, from, to });
      const progress = await figures.progress();
      const kept: KeptCell[] = [];
      let rows = inPeriods(period, kept);
      for (const span of above) {
        kept.push(...(await figures.within(level, span, { by, value, first, last })));
        rows = inPeriods(period, kept);
      }
      const note = notes[by];
      return {
        status: 200,
        body: {
          ...{ period, by, from, to, rows: figureRows(rows, by, district) },
          ...(progress && { asOf: progress.asOf }),
          ...(note !== undefined && { note }),
        },
      };
    },
);
