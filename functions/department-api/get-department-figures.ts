import { getDepartmentFiguresContract } from '#contracts/http/get-department-figures.ts';
import { figureRows } from '#contracts/http/get-figures.ts';
import { departmentOf } from '#domain/district/standing-ids.ts';
import { operation } from '#use-cases/operation.ts';
import { readFigures } from '#use-cases/read-figures.ts';

/** A department reads what was counted of itself and of its units. */
export const getDepartmentFigures = operation(getDepartmentFiguresContract, { figures: ['within', 'progress'] }).handledBy(
  ({ figures, district }) =>
    async ({ params, query }) => {
      const units = departmentOf(district, params.department)?.units.map(({ id }) => id) ?? [];
      const progress = await figures.progress();
      const ofDepartment = await readFigures({ ...query, by: 'department', values: [params.department] }, { figures });
      const ofUnits = await readFigures({ ...query, by: 'unit', values: units }, { figures });
      return {
        status: 200,
        body: {
          ...query,
          ...(progress && { asOf: progress.asOf }),
          department: figureRows(ofDepartment, 'department', district),
          units: figureRows(ofUnits, 'unit', district),
        },
      };
    },
);
