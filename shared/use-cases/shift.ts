import type { District } from '#domain/district/district.ts';
import { emptyCell } from '#domain/figures/cell.ts';
import { ratesOf } from '#domain/figures/rates.ts';
import { startAbove } from '#domain/figures/spans.ts';
import { type Instant, localTime, minutesBetween, offsetMinutes } from '#domain/instant.ts';
import { waitsForDesk } from '#domain/tickets/lists/waits-for-desk.ts';
import type { CallBacks } from '#ports/call-backs.ts';
import type { Clock } from '#ports/clock.ts';
import type { FiguresStore } from '#ports/figures.ts';
import type { TicketLists } from '#ports/ticket-store.ts';

interface Needs {
  lists: Pick<TicketLists, 'allOpen'>;
  callBacks: Pick<CallBacks, 'waiting'>;
  figures: Pick<FiguresStore, 'within' | 'progress'>;
  district: District;
  now: Clock;
}

/** So long everybody gets the same answer: twenty people who look at it do not read the list of open tickets twenty times. */
const SAME_FOR_MINUTES = 0.25;

const readShift = async ({ lists, callBacks, figures, district }: Needs, asOf: Instant) => {
  const { day } = localTime(asOf, offsetMinutes(district.utcOffset));
  const today = { by: 'all', value: 'all', first: day, last: day } as const;
  const [waiting, { items }, [kept], progress] = await Promise.all([
    callBacks.waiting(),
    lists.allOpen(),
    figures.within('day', startAbove({ level: 'day', start: day }), today),
    figures.progress(),
  ]);
  const tickets = items.filter(waitsForDesk).sort((one, other) => (one.openedAt < other.openedAt ? -1 : 1));
  const [since] = waiting;
  const [oldest] = tickets;
  return {
    asOf,
    callBacks: { waiting: waiting.length, ...(since !== undefined && { since }) },
    calls: {
      day,
      connect: ratesOf((kept?.cell ?? emptyCell).counts).connect,
      ...(progress && { asOf: progress.asOf }),
    },
    tickets: {
      waiting: tickets.length,
      ...(oldest && { oldest: { number: oldest.number, openedAt: oldest.openedAt } }),
    },
  };
};

/** Makes what reads the figures of the shift. They are of the desk as a whole, so that all who ask may get the same ones. */
export const shiftReader = (needs: Needs) => {
  let known: Awaited<ReturnType<typeof readShift>> | undefined;
  return async () => {
    const at = needs.now();
    const age = known && minutesBetween(known.asOf, at);
    if (known === undefined || age === undefined || age < 0 || age >= SAME_FOR_MINUTES) known = await readShift(needs, at);
    return known;
  };
};
