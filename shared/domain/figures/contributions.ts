import * as z from 'zod';
import { calendarOf, type WorkingCalendar } from '#domain/district/calendar.ts';
import type { District } from '#domain/district/district.ts';
import { areasAround } from '#domain/district/standing-ids.ts';
import { type Branch, lineage } from '#domain/district/tree.ts';
import { Instant, minutesBetween } from '#domain/instant.ts';
import { once } from '#domain/once.ts';
import { TicketFacts } from '#domain/tickets/said.ts';
import { factsOf } from '#domain/tickets/states.ts';
import { Ticket } from '#domain/tickets/ticket.ts';
import type { Channel } from '#domain/tickets/ticket-words.ts';
import { type Cell, cellOf, countsOf, emptyCell } from './cell.ts';
import { histogramOf } from './histogram.ts';

/** By what figures are told apart. `all` has one value, `all`. */
export const Dimension = z.enum(['all', 'area', 'department', 'unit', 'category', 'kind', 'channel']);
export type Dimension = z.infer<typeof Dimension>;

/** The part of a ticket that counts: nothing that was said. */
export const CountedTicket = once(() =>
  z.object({
    ...Ticket().pick({
      state: true,
      kind: true,
      category: true,
      channel: true,
      area: true,
      openedAt: true,
      schedule: true,
      cards: true,
      department: true,
      unit: true,
      dispatchedAt: true,
      acceptedAt: true,
      resolvedAt: true,
      answeredDirectly: true,
    }).shape,
    returnedBy: TicketFacts().shape.returnedBy,
    takenFrom: z.array(z.object({ department: z.string() })).optional(),
    rating: z.object({ solved: z.boolean(), stars: z.int() }).optional(),
  }),
);
export type CountedTicket = z.infer<ReturnType<typeof CountedTicket>>;

/** The part of an ended call that counts: when it came in, and whether somebody got what they came for. */
export const CountedCall = z.object({ openedAt: Instant, connected: z.boolean() });
export type CountedCall = z.infer<typeof CountedCall>;

/** All that began in the same five minutes. */
export interface Counted {
  tickets: CountedTicket[];
  calls: CountedCall[];
}

/** What one ticket or call adds to the figures of one value. */
export interface Contribution {
  by: Dimension;
  value: string;
  cell: Cell;
}

/** A card counts if it falls to the limit as it is now: a corrected kind may have moved it. */
const hasRedCard = ({ cards, schedule }: CountedTicket): boolean =>
  cards.some(({ limit, colour, at }) => limit === 'handle' && colour !== 'yellow' && at >= schedule.handle.at);

const timesOf = (calendar: WorkingCalendar, from: Instant, to: Instant | undefined) =>
  to === undefined
    ? emptyCell.times.accept
    : { working: histogramOf(calendar.workingMinutes(from, to)), wallClock: histogramOf(Math.max(0, minutesBetween(from, to))) };

/** Withdrawn, merged or rejected: it was received, and stands in no denominator. */
const SET_ASIDE = cellOf({ received: 1, setAside: 1 });

/** The ticket, counted once. */
const wholeOf = (ticket: CountedTicket, satisfiedFrom: number, calendar: WorkingCalendar): Cell => {
  const { isAccepted, isClosed, inDenominators } = factsOf(ticket);
  if (!inDenominators) return SET_ASIDE;
  const { openedAt, resolvedAt, rating, schedule, answeredDirectly } = ticket;
  const dispatched = ticket.dispatchedAt !== undefined;
  const accepted = dispatched && isAccepted;
  const completed = dispatched && resolvedAt !== undefined;
  const late = completed && resolvedAt > schedule.handle.at;
  const overdue = dispatched && (late || hasRedCard(ticket));
  const counts = {
    received: true,
    answeredDirectly,
    dispatched,
    accepted,
    overdue,
    completedOnTime: completed && !late,
    completedLate: late,
    returned: ticket.returnedBy !== undefined,
    rated: rating !== undefined,
    satisfied: rating !== undefined && rating.stars >= satisfiedFrom,
    solved: rating?.solved === true,
    unsolved: rating?.solved === false || (overdue && resolvedAt === undefined),
    closed: isClosed,
  };
  return {
    counts: countsOf(Object.fromEntries(Object.entries(counts).map(([name, is]) => [name, is ? 1 : 0]))),
    times: {
      accept: timesOf(calendar, openedAt, accepted ? ticket.acceptedAt : undefined),
      resolve: timesOf(calendar, openedAt, completed ? resolvedAt : undefined),
    },
  };
};

/** What only went through a department's hands: it was dispatched to it, and returned. */
const RETURNED = cellOf({ received: 1, dispatched: 1, returned: 1 });

/** A supervisor took it from a department that had it: it was dispatched to it, and nothing came of it there. */
const TAKEN = cellOf({ received: 1, dispatched: 1 });

const withReturned = (cell: Cell, returned: boolean): Cell => ({
  ...cell,
  counts: { ...cell.counts, returned: returned ? 1 : 0 },
});

/** The category and all above it; one that the district no longer has stands by itself. */
const categoryUpwards = (tree: readonly Branch[], id: string): string[] => {
  const ids = lineage(tree, id).map((branch) => branch.id);
  return ids.length > 0 ? ids : [id];
};

/** The area and all above it; one that the district no longer has lies in the district all the same. */
const areaUpwards = (district: District, area: string): string[] => [...new Set([area, ...areasAround(district, area)])];

/**
 * Makes the function that says what a ticket adds to which figures. An area and a category count what is below them
 * too. A department that returned the ticket has its dispatch and its return, one from which it was taken its dispatch; all
 * that came of it counts for the one that has it now, and for that one's unit. So departments can add up to more than the total, which counts it once.
 */
export const contributionsIn = (district: District): ((ticket: CountedTicket) => Contribution[]) => {
  const calendar = calendarOf(district);
  return (ticket) => {
    const { department, unit, kind, category, channel, area } = ticket;
    const { inDenominators } = factsOf(ticket);
    const cell = wholeOf(ticket, district.satisfiedFromStars, calendar);
    const returned = new Set(ticket.returnedBy);
    const taken = (ticket.takenFrom ?? []).map((one) => one.department);
    const formerly = [...new Set([...returned, ...taken])].filter((id) => id !== department);
    const left = (id: string): Cell => (!inDenominators ? SET_ASIDE : returned.has(id) ? RETURNED : TAKEN);
    return [
      { by: 'all', value: 'all', cell },
      ...areaUpwards(district, area).map((value) => ({ by: 'area' as const, value, cell })),
      ...categoryUpwards(district.categories, category).map((value) => ({ by: 'category' as const, value, cell })),
      { by: 'kind', value: kind, cell },
      { by: 'channel', value: channel, cell },
      ...formerly.map((value) => ({ by: 'department' as const, value, cell: left(value) })),
      ...(department !== undefined
        ? [{ by: 'department' as const, value: department, cell: withReturned(cell, inDenominators && returned.has(department)) }]
        : []),
      // A return is the department's, not its unit's.
      ...(unit !== undefined ? [{ by: 'unit' as const, value: unit, cell: withReturned(cell, false) }] : []),
    ];
  };
};

/**
 * What an ended call adds: to the total, and to the channel phone. What it was about, and whom it would have concerned,
 * is often not known, least of all of the calls that were lost: a connect rate by area or department would be a guess.
 */
export const contributionsOfCall = ({ connected }: CountedCall): Contribution[] => {
  const cell = cellOf({ calls: 1, connected: connected ? 1 : 0 });
  return [
    { by: 'all', value: 'all', cell },
    { by: 'channel', value: 'phone' satisfies Channel, cell },
  ];
};
