import { isOffered } from '#domain/tickets/visibility.ts';
import type { TelephoneTickets } from '#ports/telephone-tickets.ts';
import type { MemoryTickets } from './tickets.ts';

/** Finds the tickets of a telephone in a table in memory. */
export const memoryTelephoneTickets = ({ allTickets }: Pick<MemoryTickets, 'allTickets'>): TelephoneTickets => ({
  offered: async (phoneKey, most) =>
    allTickets()
      .filter((ticket) => ticket.phoneKey === phoneKey && isOffered(ticket))
      .sort((one, other) => other.openedAt.localeCompare(one.openedAt))
      .slice(0, most)
      .map(({ category, state, openedAt, schedule }) => ({ category, state, openedAt, schedule })),
});
