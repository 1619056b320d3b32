import { figureRows, type getFiguresContract, notes } from '#contracts/http/get-figures.ts';
import type { HttpHandler } from '#contracts/http/http-contract.ts';
import type { District } from '#domain/district/district.ts';
import type { KeptCell } from '#domain/figures/changes.ts';
import { inPeriods, readingOf } from '#domain/figures/reading.ts';
import type { FiguresStore } from '#ports/figures.ts';

interface Needs {
  figures: Pick<FiguresStore, 'within' | 'progress'>;
  district: District;
}

/** A supervisor reads figures: numerators and denominators as they were counted, rates made of them here. */
export const createHandler =
  ({ figures, district }: Needs): HttpHandler<typeof getFiguresContract> =>
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
  };
