/** A filter as it stands in the query: a `Filter` of followed-list.ts, which a test without a browser can't load. */
type Chosen = Readonly<Record<string, string>>;

const without = (filter: Chosen, name: string): Chosen =>
  Object.fromEntries(Object.entries(filter).filter(([one]) => one !== name));

/**
 * A filter in which month and state do not contradict: a month shows what is done, a state of an open ticket what is open. What
 * was chosen last stays.
 */
export const agreeing = (before: Chosen, chosen: Chosen, isOpen: (state: string) => boolean): Chosen => {
  const { state, month } = chosen;
  if (state === undefined || month === undefined || !isOpen(state)) return chosen;
  return before.month === month ? without(chosen, 'month') : without(chosen, 'state');
};

/** The filter with one value changed; an empty one is left out. */
export const withOne = (filter: Chosen, name: string, value: string): Chosen =>
  value === '' ? without(filter, name) : { ...filter, [name]: value };
