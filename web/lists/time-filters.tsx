import { useEffect, useState } from 'preact/hooks';
import { SelectField, TextField } from '#web/parts/fields.tsx';
import { shared } from '#web/words/shared.ts';
import { monthInWords, offset } from '#web/words/time.ts';
import { withOne } from './agreeing.ts';
import type { Filter } from './followed-list.ts';
import { dayOf, monthsUntil, startOfDay } from './local-days.ts';

const MONTHS = 12;

interface TimeFiltersProps {
  /** Where several lists stand on one page. */
  id: string;
  filter: Filter;
  onChange: (filter: Filter) => void;
}

/** A local day. That something is before a moment is said by the last day that counts. */
const DayFilter = ({ id, name, filter, onChange }: TimeFiltersProps & { name: 'dueBefore' | 'openedFrom' | 'openedBefore' }) => {
  const later = name === 'openedFrom' ? 0 : 1;
  const value = filter[name];
  const set = value === undefined ? '' : dayOf(value, offset(), -later);
  const [written, setWritten] = useState(set);
  useEffect(() => setWritten(set), [set]);
  const write = (day: string): void => {
    setWritten(day);
    const instant = startOfDay(day, offset(), later);
    // A year that is being typed is no day yet.
    if (instant !== undefined || day === '') onChange(withOne(filter, name, instant ?? ''));
  };
  return <TextField id={`${id}-${name}`} label={shared().filterNames[name]} type="date" value={written} onInput={write} />;
};

/** Filters by time: what is done of a month instead of what is open, and days. */
export const TimeFilters = (props: TimeFiltersProps) => (
  <>
    <SelectField
      id={`${props.id}-month`}
      label={shared().filterNames.month}
      value={props.filter.month ?? ''}
      empty={shared().openOnes}
      options={monthsUntil(Date.now(), offset(), MONTHS).map((id) => ({ id, name: monthInWords(id) }))}
      onChange={(month) => props.onChange(withOne(props.filter, 'month', month))}
    />
    {(['dueBefore', 'openedFrom', 'openedBefore'] as const).map((name) => (
      <DayFilter key={name} name={name} {...props} />
    ))}
  </>
);
