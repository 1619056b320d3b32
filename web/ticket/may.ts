import type { DistrictNames } from '#contracts/pages/district-names.ts';
import type { StateFacts, TicketState } from '#domain/tickets/states.ts';

/** What may be done to a ticket, by the facts of its state; the API decides in the end. */
const rules = {
  add: ({ takesAdditions }) => takesAdditions,
  withdraw: ({ clocks }) => clocks === 'run',
  rate: ({ awaitsRating }) => awaitsRating,
  correct: ({ clocks }) => clocks === 'run',
  dispatch: ({ clocks, isWithDepartment }) => clocks === 'run' && !isWithDepartment,
  accept: ({ isWithDepartment, isAccepted }) => isWithDepartment && !isAccepted,
  return: ({ isWithDepartment }) => isWithDepartment,
  resolve: ({ isWithDepartment, isAccepted }) => isWithDepartment && isAccepted,
} satisfies Record<string, (facts: StateFacts) => boolean>;

/** Whether a page should offer this for a ticket in this state. */
export const may = (action: keyof typeof rules, { state }: { state: TicketState }, { states }: DistrictNames): boolean =>
  rules[action](states[state]);
