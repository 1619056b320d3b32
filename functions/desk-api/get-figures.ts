import { figureRows, getFiguresContract, notes } from '#contracts/http/get-figures.ts';
import { operation } from '#use-cases/operation.ts';
import { readFigures } from '#use-cases/read-figures.ts';

/** A supervisor reads figures: numerators and denominators as they were counted, rates made of them here. */
export const getFigures = operation(getFiguresContract, { figures: ['within', 'progress'] }).handledBy(
  ({ figures, district }) =>
    async ({ query: { period, from, to, by, value } }) => {
      const progress = await figures.progress();
      const rows = await readFigures({ period, from, to, by, values: value === undefined ? undefined : [value] }, { figures });
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
