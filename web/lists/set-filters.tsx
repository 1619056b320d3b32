import { useRef } from 'preact/hooks';
import type { District } from '#web/ticket/district.ts';
import { shared } from '#web/words/shared.ts';
import { monthInWords, offset } from '#web/words/time.ts';
import { withOne } from './agreeing.ts';
import { FILTER_NAMES, type FilterName, namer } from './filters.tsx';
import type { Filter } from './followed-list.ts';
import { dayOf } from './local-days.ts';

interface SetFiltersProps {
  district: District;
  filter: Filter;
  onChange: (filter: Filter) => void;
}

/** The filters that are no value of a few. */
type OpenName = 'month' | 'dueBefore' | 'openedFrom' | 'openedBefore' | 'phone';
const isCounted = (name: string): name is FilterName => FILTER_NAMES.some((one) => one === name);

/** What a filter is set to, as people say it. Until when something is, is said by the last day that counts. */
const saidOf = (name: FilterName | OpenName, value: string, district: District): string => {
  if (isCounted(name)) return namer(district, name)(value);
  if (name === 'month') return monthInWords(value);
  if (name === 'phone') return value;
  return dayOf(value, offset(), name === 'openedFrom' ? 0 : -1);
};

/** The filters that are set, above the list, each with a button that takes it away. The state stands in the tabs already. */
export const SetFilters = ({ district, filter, onChange }: SetFiltersProps) => {
  const words = shared();
  const box = useRef<HTMLUListElement>(null);
  const set = (Object.entries(filter) as [FilterName | OpenName | 'state', string][]).filter(([name]) => name !== 'state');
  return (
    <ul class="tabs set" aria-label={words.isSet} tabIndex={-1} ref={box}>
      {set.map(([name, value]) => {
        if (name === 'state') return null;
        const said = saidOf(name, value, district);
        return (
          <li key={name}>
            <button
              type="button"
              aria-label={words.without(words.filterNames[name], said)}
              onClick={() => {
                onChange(withOne(filter, name, ''));
                box.current?.focus();
              }}
            >
              {words.setTo(words.filterNames[name], said)} <span aria-hidden="true">✕</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
};
