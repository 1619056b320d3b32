import { CountedTicket } from '#domain/figures/contributions.ts';
import { fiveMinutesOf } from '#domain/figures/spans.ts';
import { type Instant, plusMinutes } from '#domain/instant.ts';
import { factsAlone } from '#domain/tickets/said.ts';
import type { FiguresSource } from '#ports/figures.ts';
import type { MemoryCalls } from './calls.ts';
import type { MemoryTickets } from './tickets.ts';

/** Whether an instant falls in the five minutes that begin at `at`. */
const isIn = (at: Instant): ((instant: Instant) => boolean) => {
  const [from, to] = [fiveMinutesOf(at), plusMinutes(fiveMinutesOf(at), 5)];
  return (instant) => instant >= from && instant < to;
};

/** What is in a tickets table in memory, as a FiguresSource; without calls, where nobody rings. */
export const memoryFiguresSource = (
  tickets: Pick<MemoryTickets, 'allTickets' | 'allEvents'>,
  calls: Pick<MemoryCalls, 'endings'> = { endings: () => [] },
): FiguresSource => ({
  recordedIn: async (at) => {
    const isWanted = isIn(at);
    const events = tickets.allEvents().filter(({ recordedAt }) => isWanted(recordedAt));
    const endings = calls.endings().filter(({ recordedAt }) => isWanted(recordedAt));
    return [
      ...events.map(({ id, openedAt }) => ({ id, opened: fiveMinutesOf(openedAt) })),
      ...endings.map(({ id, startedAt }) => ({ id: `CALL#${id}`, opened: fiveMinutesOf(startedAt) })),
    ];
  },
  openedIn: async (at) => {
    const isWanted = isIn(at);
    const opened = tickets.allTickets().filter(({ openedAt }) => isWanted(openedAt));
    const cameIn = calls.endings().filter(({ startedAt }) => isWanted(startedAt));
    return {
      tickets: opened.map((ticket) => CountedTicket().parse(factsAlone(ticket))),
      calls: cameIn.map(({ startedAt: openedAt, connected }) => ({ openedAt, connected })),
      unreadable: 0,
    };
  },
});
