import { percent } from '#web/words/time.ts';
import type { DepartmentFigures } from './api.ts';
import { department as words } from './words/department.ts';

/** What was counted in one month of one department or unit. */
export type FigureRow = DepartmentFigures['department'][number];

/** The rates of a department that are shown, in their order; one is called as a state is, so they stand as keys. */
const SHOWN = { completion: 1, onTimeCompletion: 2, overdue: 3, returned: 4, satisfaction: 5, solved: 6 } as const;
type RateName = keyof typeof SHOWN;
export const RATES = Object.keys(SHOWN) as RateName[];

/** A rate, and the numbers behind it; undefined where there is nothing below it. */
export const rateOf = (row: FigureRow, name: RateName): [rate: string, numbers: string] | undefined => {
  const { numerator, denominator, rate } = row.rates[name];
  return rate === null ? undefined : [percent(rate), words().share(numerator, denominator)];
};

/** How long half of the tickets took at most, in working time, in words. */
export const halfWithin = (row: FigureRow, which: 'accept' | 'resolve'): string | undefined => {
  const minutes = row.times[which].working.p50;
  if (minutes === null) return undefined;
  const whole = Math.max(1, Math.round(minutes));
  return words().duration(Math.floor(whole / 60), whole % 60);
};

/** The figures of a month as sentences: each rate with the numbers behind it. */
export const figureSentences = (row: FigureRow): string[] => {
  const said = words();
  const rates = RATES.flatMap((name) => {
    const { numerator, denominator, rate } = row.rates[name];
    return rate === null ? [] : [said.rateSentences[name](denominator, numerator, percent(rate))];
  });
  const [accepted, resolved] = [halfWithin(row, 'accept'), halfWithin(row, 'resolve')];
  return [
    said.dispatched(row.dispatched),
    ...rates,
    ...(accepted === undefined ? [] : [said.halfAccepted(accepted)]),
    ...(resolved === undefined ? [] : [said.halfResolved(resolved)]),
  ];
};
