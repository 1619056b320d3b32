import type { FigureRow } from '#contracts/http/get-figures.ts';
import { inColumns } from './columns.ts';

type Ratio = FigureRow['rates']['completion'];

const HEADING = [
  '',
  '接通率 connect',
  '受理 received',
  '派单 dispatched',
  '办结率 completion',
  '按时办结率 on time',
  '满意率 satisfaction',
  '退单率 returned',
];

const ratio = ({ numerator, denominator, rate }: Ratio): string =>
  `${numerator}/${denominator}${rate === null ? '' : ` = ${(rate * 100).toFixed(0)} %`}`;

/** Figures as a table; the row of all carries the district's name. */
export const figuresTable = (rows: readonly FigureRow[], district: string): string => {
  const lines = rows.map(({ value, name, received, dispatched, rates }) => [
    value === 'all' ? district : (name ?? value),
    // No department is rung.
    value === 'all' ? ratio(rates.connect) : '',
    String(received),
    String(dispatched),
    ratio(rates.completion),
    ratio(rates.onTimeCompletion),
    ratio(rates.satisfaction),
    ratio(rates.returned),
  ]);
  return inColumns([HEADING, ...lines]);
};
