import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { monthsUntil } from '#web/lists/local-days.ts';
import { SelectField } from '#web/parts/fields.tsx';
import { PageTitle } from '#web/parts/page-title.tsx';
import { Shown } from '#web/parts/shown.tsx';
import { type District, nameIn, useDistrict } from '#web/ticket/district.ts';
import { inWords, monthInWords, offset } from '#web/words/time.ts';
import { departmentApi } from './api.ts';
import { figureSentences } from './figure-sentences.ts';
import { FiguresOfMonths, FiguresOfUnits } from './figures-tables.tsx';
import { ownDepartments } from './own-departments.ts';
import { department as words } from './words/department.ts';

/** So many months may be looked back. */
const MONTHS = 13;
const LOOK_MS = 60_000;

/** The last day of a month. */
const lastDayOf = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
};

interface FiguresProps {
  department: string;
  district: District;
  /** The month that is looked at, and the one before it. */
  months: readonly [month: string, before: string];
}

const Figures = ({ department, district, months }: FiguresProps) => {
  const [month, before] = months;
  const figures = useQuery({
    queryKey: ['figures', department, month],
    queryFn: () => departmentApi(department).figures({ period: 'month', from: `${before}-01`, to: lastDayOf(month) }),
    refetchInterval: LOOK_MS,
  });
  const said = words();
  return (
    <section aria-labelledby={department}>
      <h2 id={department}>{nameIn(district.departments, department)}</h2>
      <Shown of={figures}>
        {({ department: rows, units, asOf }) => {
          const row = rows.find(({ start }) => start === month);
          return (
            <>
              {asOf && <p class="quiet">{said.countedUntil(inWords(asOf))}</p>}
              {row ? (
                <ul>
                  {figureSentences(row).map((sentence) => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                </ul>
              ) : (
                <p>{said.nothingCounted}</p>
              )}
              <FiguresOfMonths months={months} rows={rows} />
              <FiguresOfUnits
                title={said.ofUnits(monthInWords(month))}
                rows={units.filter(({ start }) => start === month)}
                nameOf={(unit) =>
                  nameIn(
                    district.departments.flatMap((one) => one.units),
                    unit,
                  )
                }
              />
            </>
          );
        }}
      </Shown>
    </section>
  );
};

/** What was counted of a clerk's departments: a month and the one before it. */
export const FiguresPage = () => {
  const district = useDistrict();
  const months = monthsUntil(Date.now(), offset(), MONTHS);
  const [chosen, setChosen] = useState(months[0] ?? '');
  const place = Math.max(0, months.indexOf(chosen));
  const pair = [months[place] ?? '', months[place + 1] ?? ''] as const;
  return (
    <>
      <PageTitle>{words().figures}</PageTitle>
      <p>{words().figuresHint}</p>
      <SelectField
        id="month"
        label={words().month}
        value={pair[0]}
        options={months.slice(0, -1).map((id) => ({ id, name: monthInWords(id) }))}
        onChange={setChosen}
      />
      {ownDepartments().length === 0 && <p role="alert">{words().noDepartment}</p>}
      <Shown of={district}>
        {(known) => ownDepartments().map((id) => <Figures key={id} department={id} district={known} months={pair} />)}
      </Shown>
    </>
  );
};
