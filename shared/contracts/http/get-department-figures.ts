import * as z from 'zod';
import { Period } from '#domain/figures/reading.ts';
import { Day, Instant } from '#domain/instant.ts';
import { FigurePeriods, FigureRow } from './get-figures.ts';
import { httpContract } from './http-contract.ts';
import { DepartmentInPath } from './ticket-view.ts';

export const getDepartmentFiguresContract = httpContract({
  name: 'get-department-figures',
  method: 'GET',
  path: '/departments/{department}/figures',
  summary:
    'A department reads its own figures and those of its units, of all whole periods that the local days from `from` to `to` touch; periods without tickets are left out.',
  roles: ['department'],
  get params() {
    return DepartmentInPath();
  },
  get query() {
    return z.strictObject(FigurePeriods());
  },
  get responses() {
    return {
      200: z.object({
        period: Period,
        from: Day,
        to: Day,
        asOf: Instant.optional().describe('What happened before is counted; absent before the first count.'),
        department: z
          .array(FigureRow())
          .describe(
            'A ticket that it returned counts as received, dispatched and returned, also when another department has it now.',
          ),
        units: z.array(FigureRow()).describe("A return is the department's and counts for no unit. Calls are not counted."),
      }),
    };
  },
  refusals: ['period-invalid'],
});
