import type { ComponentChildren } from 'preact';
import { SelectField } from '#web/parts/fields.tsx';
import { choicesOf, type District, isOpenIn } from '#web/ticket/district.ts';
import { shared } from '#web/words/shared.ts';
import { withOne } from './agreeing.ts';
import type { Filter } from './followed-list.ts';

interface FiltersProps {
  /** Where several lists stand on one page. */
  id?: string;
  district: District;
  filter: Filter;
  /** How many tickets have each value of each filter. */
  counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Which filters there are, beside the states. */
  shown: readonly FilterName[];
  onChange: (filter: Filter) => void;
  /** What else is chosen of a list. */
  children?: ComponentChildren;
}

/** The filters that are one value of a few. */
export const FILTER_NAMES = [
  ...(['desk', 'department', 'unit', 'area', 'category', 'kind', 'urgent', 'doubt', 'card', 'channel'] as const),
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

const unitsOf = ({ departments }: District) => departments.flatMap(({ units }) => units);

/** What a value of a filter is called. */
export const namer = (district: District, name: FilterName): ((id: string) => string) => {
  const words = shared();
  const flags: Readonly<Record<string, string>> = { true: words.yes, false: words.no };
  const few: Partial<Record<FilterName, Readonly<Record<string, string>>>> = {
    desk: flags,
    urgent: flags,
    doubt: flags,
    card: words.cards,
    channel: words.channels,
  };
  const lists = { department: 'departments', area: 'areas', category: 'categories', kind: 'kinds' } as const;
  const choices: { id: string; name: string }[] =
    name === 'unit'
      ? unitsOf(district).map(({ id, zh, en }) => ({ id, name: zh ?? en ?? id }))
      : name in lists
        ? choicesOf(district, lists[name as keyof typeof lists])
        : Object.entries(few[name] ?? {}).map(([id, said]) => ({ id, name: said }));
  const names = new Map(choices.map((one) => [one.id, one.name]));
  return (id) => names.get(id) ?? words.goneName(id);
};

/** Filters that combine, each with how many tickets would be left. What no ticket has is not offered. */
export const Filters = ({ id: list = 'list', district, filter, counts, shown, onChange, children }: FiltersProps) => {
  const words = shared();
  const { state = '' } = filter;
  const inAll = Object.values(counts.state ?? {}).reduce((sum, count) => sum + count, 0);
  // Without a month a list holds what is unfinished; with a state that is done, the counts are those of this month.
  const isOfMonth = filter.month !== undefined;
  const isCounted = isOfMonth || state === '' || isOpenIn(district, { state });
  const states = [
    { id: '', name: isOfMonth ? words.all : words.unfinished, count: isCounted ? inAll : 0 },
    ...choicesOf(district, 'states').map((one) => ({ ...one, count: counts.state?.[one.id] ?? 0 })),
  ];
  return (
    <>
      <ul class="tabs" aria-label={words.state}>
        {states.map(({ id, name, count }) => (
          <li key={id}>
            <button type="button" aria-pressed={id === state} onClick={() => onChange(withOne(filter, 'state', id))}>
              {count > 0 ? `${name} ${count}` : name}
            </button>
          </li>
        ))}
      </ul>
      <details open={Object.keys(filter).some((name) => name !== 'state')}>
        <summary>{words.filters}</summary>
        <div class="filters">
          {shown.map((name) => {
            const called = namer(district, name);
            const chosen = filter[name] ?? '';
            const values = { ...(chosen !== '' && { [chosen]: 0 }), ...counts[name] };
            return (
              <SelectField
                key={name}
                id={`${list}-${name}`}
                label={words.filterNames[name]}
                value={chosen}
                empty={words.all}
                options={Object.entries(values).map(([id, count]) => ({ id, name: `${called(id)} (${count})` }))}
                onChange={(value) => onChange(withOne(filter, name, value))}
              />
            );
          })}
          {children}
        </div>
        <button type="button" onClick={() => onChange({})}>
          {words.noFilter}
        </button>
      </details>
    </>
  );
};
