import { shared } from '#web/words/shared.ts';
import { monthInWords } from '#web/words/time.ts';
import { type FigureRow, halfWithin, RATES, rateOf } from './figure-sentences.ts';
import { department as words } from './words/department.ts';

interface OfMonthsProps {
  months: readonly string[];
  rows: readonly FigureRow[];
}

/** A month beside the one before it: a row for each figure, so that it is no wider than a telephone. */
export const FiguresOfMonths = ({ months, rows }: OfMonthsProps) => {
  const said = words();
  const lines: [string, (row: FigureRow) => string | undefined][] = [
    [said.count.dispatched, ({ dispatched }) => String(dispatched)],
    ...RATES.map((name): [string, (row: FigureRow) => string | undefined] => [said.rates[name], (row) => rateOf(row, name)]),
    [said.half.accept, (row) => halfWithin(row, 'accept')],
    [said.half.resolve, (row) => halfWithin(row, 'resolve')],
  ];
  const ofMonth = months.map((month) => rows.find(({ start }) => start === month));
  return (
    <table class="figures">
      <caption>{said.twoMonths}</caption>
      <thead>
        <tr>
          <th scope="col">{said.figure}</th>
          {months.map((month) => (
            <th key={month} scope="col">
              {monthInWords(month)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(([name, shown]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {ofMonth.map((row, n) => (
              <td key={months[n]}>{(row && shown(row)) ?? said.noFigure}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

interface OfUnitsProps {
  caption: string;
  rows: readonly FigureRow[];
  nameOf: (unit: string) => string;
}

/** What each unit got and did in a month. */
export const FiguresOfUnits = ({ caption, rows, nameOf }: OfUnitsProps) => {
  const said = words();
  if (rows.length === 0) return null;
  return (
    <table class="figures">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{shared().unit}</th>
          <th scope="col">{said.count.dispatched}</th>
          <th scope="col">{said.count.completed}</th>
          <th scope="col">{said.count.onTime}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.value}>
            <th scope="row">{nameOf(row.value)}</th>
            <td>{row.dispatched}</td>
            <td>{row.completedOnTime + row.completedLate}</td>
            <td>{row.completedOnTime}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
