import { CountedTicket } from '../../domain/figures/contributions.ts';
import { fiveMinutesOf } from '../../domain/figures/spans.ts';
import type { FiguresSource } from '../../ports/figures.ts';
import type { MemoryTickets } from './tickets.ts';

/** What is in a tickets table in memory, as a FiguresSource. */
export const memoryFiguresSource = (tickets: Pick<MemoryTickets, 'allTickets' | 'allEvents'>): FiguresSource => ({
  openingsRecordedIn: async (at) => {
    const recorded = tickets.allEvents().filter(({ recordedAt }) => fiveMinutesOf(recordedAt) === fiveMinutesOf(at));
    return [...new Set(recorded.map(({ openedAt }) => fiveMinutesOf(openedAt)))];
  },
  openedIn: async (at) =>
    tickets
      .allTickets()
      .filter(({ openedAt }) => fiveMinutesOf(openedAt) === fiveMinutesOf(at))
      .map((ticket) => CountedTicket.parse(ticket)),
});
