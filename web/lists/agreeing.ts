import type { Filter } from './followed-list.ts';

const without = (filter: Filter, name: string): Filter =>
  Object.fromEntries(Object.entries(filter).filter(([one]) => one !== name));

/**
 * A filter in which month and state do not contradict: a month shows what is done, a state of an open ticket what is open. What
 * was chosen last stays.
 */
export const agreeing = (before: Filter, chosen: Filter, isOpen: (state: string) => boolean): Filter => {
  const { state, month } = chosen;
  if (state === undefined || month === undefined || !isOpen(state)) return chosen;
  return before.month === month ? without(chosen, 'month') : without(chosen, 'state');
};

/** The filter with one value changed; an empty one is left out. */
export const withOne = (filter: Filter, name: string, value: string): Filter =>
  value === '' ? without(filter, name) : { ...filter, [name]: value };
