import type { Sorting } from '#domain/tickets/ticket.ts';

/** What a ticket is unsure of beside its kind, which follows from the examples that the district's model was trained from. */
export const besidesKind = (sorting: Sorting | undefined): Sorting['unsure'] | undefined =>
  sorting?.unsure.filter((flag) => flag !== 'kind');
