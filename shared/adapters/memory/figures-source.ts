import { CountedTicket } from '../../domain/figures/contributions.ts';
import { fiveMinutesOf } from '../../domain/figures/spans.ts';
import { type Instant, plusMinutes } from '../../domain/instant.ts';
import type { FiguresSource } from '../../ports/figures.ts';
import type { MemoryTickets } from './tickets.ts';

/** Whether an instant falls in the five minutes that begin at `at`. */
const isIn = (at: Instant): ((instant: Instant) => boolean) => {
  const [from, to] = [fiveMinutesOf(at), plusMinutes(fiveMinutesOf(at), 5)];
  return (instant) => instant >= from && instant < to;
};

/** What is in a tickets table in memory, as a FiguresSource. */
export const memoryFiguresSource = (tickets: Pick<MemoryTickets, 'allTickets' | 'allEvents'>): FiguresSource => ({
  openingsRecordedIn: async (at) => {
    const isWanted = isIn(at);
    const recorded = tickets.allEvents().filter(({ recordedAt }) => isWanted(recordedAt));
    return [...new Set(recorded.map(({ openedAt }) => fiveMinutesOf(openedAt)))];
  },
  openedIn: async (at) => {
    const isWanted = isIn(at);
    const opened = tickets.allTickets().filter(({ openedAt }) => isWanted(openedAt));
    return opened.map((ticket) => CountedTicket.parse(ticket));
  },
});
