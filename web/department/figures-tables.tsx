import { Facts } from '#web/parts/shown.tsx';
import { monthInWords } from '#web/words/time.ts';
import { type FigureRow, halfWithin, RATES, rateOf } from './figure-sentences.ts';
import { department as words } from './words/department.ts';

/** A month, which may go on in a second line behind its year or its number. */
const Month = ({ month }: { month: string }) => (
  <>
    {monthInWords(month)
      .split(/(?<=[年/])/)
      .map((part) => (
        <span key={part}>
          {part}
          <wbr />
        </span>
      ))}
  </>
);

interface OfMonthsProps {
  months: readonly string[];
  rows: readonly FigureRow[];
}

/** A month beside the one before it: a row for each figure, so that it is no wider than a telephone. */
export const FiguresOfMonths = ({ months, rows }: OfMonthsProps) => {
  const said = words();
  const lines: [string, (row: FigureRow) => string | string[] | undefined][] = [
    [said.given, ({ dispatched }) => String(dispatched)],
    ...RATES.map((name): (typeof lines)[number] => [said.rates[name], (row) => rateOf(row, name)]),
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
              <Month month={month} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(([name, shown]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {ofMonth.map((row, n) => (
              <td key={months[n]}>
                {[(row && shown(row)) ?? said.noFigure].flat().map((part) => (
                  <span key={part}>{part} </span>
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

interface OfUnitsProps {
  title: string;
  rows: readonly FigureRow[];
  nameOf: (unit: string) => string;
}

/** What each unit got and did in a month, a sentence each. */
export const FiguresOfUnits = ({ title, rows, nameOf }: OfUnitsProps) => {
  if (rows.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <Facts
        facts={rows.map(({ value, dispatched, completedOnTime, completedLate }) => [
          nameOf(value),
          words().ofUnit(dispatched, completedOnTime + completedLate, completedOnTime),
        ])}
      />
    </>
  );
};
