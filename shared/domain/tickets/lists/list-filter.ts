import type { District } from '#domain/district/district.ts';
import type { TicketKind } from '#domain/district/kinds.ts';
import type { CardColour } from '#domain/district/schedule.ts';
import { areasAround, categoriesAround } from '#domain/district/standing-ids.ts';
import type { Instant } from '#domain/instant.ts';
import type { TicketState } from '#domain/tickets/states.ts';
import type { TicketSummary } from '#domain/tickets/ticket-summary.ts';
import type { Channel } from '#domain/tickets/ticket-words.ts';
import { mayKnowWhoWished, type StaffViewer } from '#domain/tickets/visibility.ts';
import { waitsForDesk } from './waits-for-desk.ts';

/** Which tickets of a list are wanted: those that fit all of these. */
export interface ListFilter {
  state?: TicketState | undefined;
  department?: string | undefined;
  unit?: string | undefined;
  /** With all that lies below it. */
  area?: string | undefined;
  /** With all that stands below it. */
  category?: string | undefined;
  kind?: TicketKind | undefined;
  channel?: Channel | undefined;
  urgent?: boolean | undefined;
  /** Whether it is to be asked if somebody is in danger. */
  doubt?: boolean | undefined;
  card?: CardColour | undefined;
  /** Whether the desk is to do something. */
  desk?: boolean | undefined;
  dueBefore?: Instant | undefined;
  openedFrom?: Instant | undefined;
  openedBefore?: Instant | undefined;
  /** The key of the reporter's telephone. It finds only tickets whose reporter the viewer may know. */
  phoneKey?: string | undefined;
}

/** A filter that is one value of a few, so that it can be said how many tickets have each. */
const COUNTED = [
  ...(['state', 'department', 'unit', 'area', 'category', 'kind', 'channel', 'urgent', 'doubt', 'card', 'desk'] as const),
] as const satisfies (keyof ListFilter)[];
type Counted = (typeof COUNTED)[number];

/** How many tickets have each value of a filter, all other filters as they are. */
export type ListCounts = Record<Counted, Map<string, number>>;

type Around = (id: string) => readonly string[];

/** Asks once for each id: a list has many tickets and few areas. */
const remembered = (find: Around): Around => {
  const known = new Map<string, readonly string[]>();
  return (id) => {
    const found = known.get(id) ?? [...new Set([id, ...find(id)])];
    known.set(id, found);
    return found;
  };
};

/** What of a list fits a filter, for somebody who looks at it in a district. */
export const listFilter = (filter: ListFilter, viewer: StaffViewer, district: District) => {
  const areas = remembered((id) => areasAround(district, id));
  const categories = remembered((id) => categoriesAround(district, id));
  const valuesOf: Record<Counted, (ticket: TicketSummary) => readonly string[]> = {
    state: ({ state }) => [state],
    department: ({ department }) => (department === undefined ? [] : [department]),
    unit: ({ unit }) => (unit === undefined ? [] : [unit]),
    area: ({ area }) => areas(area),
    category: ({ category }) => categories(category),
    kind: ({ kind }) => [kind],
    channel: ({ channel }) => [channel],
    urgent: ({ urgent }) => [String(urgent)],
    doubt: ({ danger }) => [String(danger?.outcome === 'doubt')],
    card: ({ cards }) => [...new Set(cards.map(({ colour }) => colour))],
    desk: (ticket) => [String(waitsForDesk(ticket))],
  };
  const { dueBefore, openedFrom, openedBefore, phoneKey } = filter;
  const wanted = COUNTED.flatMap((name) => (filter[name] === undefined ? [] : [[name, String(filter[name])] as const]));

  /** Whether it fits all that is not counted. */
  const fitsTimes = ({ dueAt, openedAt, phoneKey: key, secrecy }: TicketSummary): boolean =>
    (dueBefore === undefined || (dueAt !== undefined && dueAt < dueBefore)) &&
    (openedFrom === undefined || openedAt >= openedFrom) &&
    (openedBefore === undefined || openedAt < openedBefore) &&
    (phoneKey === undefined || (key === phoneKey && mayKnowWhoWished(secrecy, viewer)));

  /** The counted filters that it does not fit. */
  const misses = (ticket: TicketSummary): Counted[] =>
    wanted.filter(([name, value]) => !valuesOf[name](ticket).includes(value)).map(([name]) => name);

  return {
    fits: (ticket: TicketSummary): boolean => fitsTimes(ticket) && misses(ticket).length === 0,
    /** How many of these there are beside each value of each filter. */
    counts: (tickets: readonly TicketSummary[]): ListCounts => {
      const counts = Object.fromEntries(COUNTED.map((name) => [name, new Map<string, number>()])) as ListCounts;
      for (const ticket of tickets.filter(fitsTimes)) {
        const missed = misses(ticket);
        if (missed.length > 1) continue;
        for (const name of missed.length === 1 ? missed : COUNTED) {
          for (const value of valuesOf[name](ticket)) counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
        }
      }
      return counts;
    },
  };
};
