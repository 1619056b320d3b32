import { useEffect, useState } from 'preact/hooks';
import { withOne } from '#web/lists/agreeing.ts';
import type { Filter } from '#web/lists/followed-list.ts';
import { dayOf, monthsUntil, startOfDay } from '#web/lists/local-days.ts';
import { SelectField, TextField } from '#web/parts/fields.tsx';
import { shared } from '#web/words/shared.ts';
import { monthInWords, offset } from '#web/words/time.ts';
import { desk } from './words/desk.ts';

const MONTHS = 12;

interface FieldProps {
  name: 'dueBefore' | 'openedFrom' | 'openedBefore';
  filter: Filter;
  onChange: (filter: Filter) => void;
}

/** A local day. That something is before a moment is said by the last day that counts. */
const DayFilter = ({ name, filter, onChange }: FieldProps) => {
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
  return <TextField id={`list-${name}`} label={shared().filterNames[name]} type="date" value={written} onInput={write} />;
};

interface PhoneFilterProps {
  filter: Filter;
  error: string | undefined;
  onChange: (filter: Filter) => void;
}

/** It is looked for when it is written, not with every digit. */
const PhoneFilter = ({ filter, error, onChange }: PhoneFilterProps) => {
  const set = filter.phone ?? '';
  const [written, setWritten] = useState(set);
  useEffect(() => setWritten(set), [set]);
  const words = desk();
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onChange(withOne(filter, 'phone', written.trim()));
      }}
    >
      <TextField
        id="list-phone"
        label={words.ofPhone}
        hint={words.ofPhoneHint}
        type="tel"
        value={written}
        error={error}
        onInput={setWritten}
      />
      <button type="submit">{words.find}</button>
    </form>
  );
};

interface MoreFiltersProps {
  filter: Filter;
  isPhoneUnread: boolean;
  onChange: (filter: Filter) => void;
}

/** The desk's filters that are no value of a few: days, months of what is done, and who asked. */
export const MoreFilters = ({ filter, isPhoneUnread, onChange }: MoreFiltersProps) => (
  <>
    <SelectField
      id="list-month"
      label={shared().filterNames.month}
      value={filter.month ?? ''}
      empty={shared().openOnes}
      options={monthsUntil(Date.now(), offset(), MONTHS).map((id) => ({ id, name: monthInWords(id) }))}
      onChange={(month) => onChange(withOne(filter, 'month', month))}
    />
    {(['dueBefore', 'openedFrom', 'openedBefore'] as const).map((name) => (
      <DayFilter key={name} name={name} filter={filter} onChange={onChange} />
    ))}
    <PhoneFilter filter={filter} error={isPhoneUnread ? desk().phoneUnread : undefined} onChange={onChange} />
  </>
);
