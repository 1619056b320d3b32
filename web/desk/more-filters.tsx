import { useEffect, useState } from 'preact/hooks';
import { withOne } from '#web/lists/agreeing.ts';
import type { Filter } from '#web/lists/followed-list.ts';
import { TimeFilters } from '#web/lists/time-filters.tsx';
import { TextField } from '#web/parts/fields.tsx';
import { desk } from './words/desk.ts';

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
    <TimeFilters id="list" filter={filter} onChange={onChange} />
    <PhoneFilter filter={filter} error={isPhoneUnread ? desk().phoneUnread : undefined} onChange={onChange} />
  </>
);
