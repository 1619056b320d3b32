import * as z from 'zod';
import type { District } from '#domain/district/district.ts';
import { Counts } from '#domain/figures/cell.ts';
import { Dimension } from '#domain/figures/contributions.ts';
import { Quantiles, Ratio, ratesOf, takenUp, timesOf } from '#domain/figures/rates.ts';
import { Period, type PeriodCell } from '#domain/figures/reading.ts';
import { Day, Instant } from '#domain/instant.ts';
import { once } from '#domain/once.ts';
import { reference } from '#domain/text/reference.ts';
import { httpContract } from './http-contract.ts';

/** A day of this or the next century that the calendar has: not the 30th of February. */
const CalendarDay = once(() =>
  Day.refine(
    (day) => day >= '2000-01-01' && day < '2200' && new Date(`${day}T00:00:00.000Z`).toJSON()?.slice(0, 10) === day,
    'a day of the calendar, from 2000 to 2199',
  ),
);

/** Of which periods figures are wanted. */
export const FigurePeriods = once(() => ({ period: Period, from: CalendarDay(), to: CalendarDay() }));

const Spent = once(() =>
  z.object({
    working: Quantiles().describe('Of working time.'),
    wallClock: Quantiles().describe('By the clock on the wall.'),
  }),
);

/** The figures of one value in one period: of the tickets that were opened and the calls that came in in it, whatever became of them since. */
export const FigureRow = once(() =>
  z.object({
    start: z
      .string()
      .describe(
        'The local time at which the period begins: `2026-11-23T08` an hour, `2026-11-23` a day or week, `2026-11`, `2026`.',
      ),
    value: z.string(),
    name: z.string().optional(),
    gone: z.boolean().optional().describe('The district no longer has this area, category, department or unit.'),
    ...Counts.shape,
    /** 受理量: answered directly and dispatched. */
    takenUp: z.int().describe('Tickets.'),
    rates: z.object({
      /** 接通率: calls in which somebody got what they came for, of all that came in. */
      connect: Ratio(),
      completion: Ratio(),
      onTimeCompletion: Ratio(),
      overdue: Ratio(),
      returned: Ratio(),
      satisfaction: Ratio(),
      solved: Ratio(),
    }),
    times: z
      .object({ accept: Spent(), resolve: Spent() })
      .describe('Minutes from the opening of the ticket to its acceptance and its resolution, off by at most a twentieth.'),
  }),
);
export type FigureRow = z.infer<ReturnType<typeof FigureRow>>;

export const getFiguresContract = httpContract({
  name: 'get-figures',
  method: 'GET',
  path: '/figures',
  summary:
    'A supervisor reads the figures of all whole periods that the local days from `from` to `to` touch; periods without tickets and calls are left out.',
  roles: ['supervisor'],
  get query() {
    return z.strictObject({
      ...FigurePeriods(),
      by: Dimension.default('all'),
      value: reference({ max: 60 }).optional().describe('Only one area, department or other value, by its id.'),
    });
  },
  get responses() {
    return {
      200: z.object({
        period: Period,
        by: Dimension,
        from: Day,
        to: Day,
        /** What happened before is counted; absent before the first count. */
        asOf: Instant.optional(),
        /** What must be known to read these rows, such as that they add up to more than the total. */
        note: z.string().optional(),
        rows: z.array(FigureRow()),
      }),
    };
  },
  refusals: ['period-invalid'],
});

const NO_CALLS = 'Calls count in the total and under the channel phone only.';

/** Where rows add up to more than the total, and why; and where calls are not counted. */
export const notes: Partial<Record<Dimension, string>> = {
  area: `An area counts all areas below it too, so the rows add up to more than the total. ${NO_CALLS}`,
  category: `A category counts all categories below it too, so the rows add up to more than the total. ${NO_CALLS}`,
  department: `A ticket that was returned counts as received, dispatched and returned for each department that returned it, and in all else for the one that has it now, so the departments can add up to more than the total. ${NO_CALLS}`,
  unit: NO_CALLS,
  kind: NO_CALLS,
};

/** What the district calls the values of a dimension; undefined for one whose values are no data of the district. */
const namesOf = (district: District, by: Dimension): readonly { id: string; name: string }[] | undefined => {
  switch (by) {
    case 'area':
      return district.areas;
    case 'category':
      return district.categories;
    case 'department':
      return district.departments;
    case 'unit':
      return district.departments.flatMap(({ units }) => units);
    default:
      return undefined;
  }
};

/** Shows cells with their values' names and the rates and times that follow from them. */
export const figureRows = (cells: readonly PeriodCell[], by: Dimension, district: District): FigureRow[] => {
  const known = namesOf(district, by);
  const names = new Map(known?.map(({ id, name }) => [id, name]));
  return cells.map(({ start, value, cell: { counts, times } }) => {
    const name = names.get(value);
    return {
      start,
      value,
      ...(name !== undefined && { name }),
      ...(known && name === undefined && { gone: true }),
      ...counts,
      takenUp: takenUp(counts),
      rates: ratesOf(counts),
      times: timesOf(times),
    };
  });
};
