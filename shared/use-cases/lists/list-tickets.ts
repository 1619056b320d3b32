import type { District } from '#domain/district/district.ts';
import { type Instant, localTime, offsetMinutes } from '#domain/instant.ts';
import { type ListCounts, type ListFilter, listFilter } from '#domain/tickets/lists/list-filter.ts';
import { inOrder, type ListOrder, placeAt } from '#domain/tickets/lists/place-in-list.ts';
import { factsOf } from '#domain/tickets/states.ts';
import type { TicketSummary } from '#domain/tickets/ticket-summary.ts';
import type { StaffViewer } from '#domain/tickets/visibility.ts';
import type { TicketLists } from '#ports/ticket-store.ts';
import { changesCursor, pageCursor, readPageCursor } from './cursor.ts';

/** Which list of the staff's: who looks, of which department it is, and what is wanted of it. */
export interface WantedList {
  viewer: StaffViewer;
  /** Of tickets of other departments nothing is told, not even how many there are. */
  ofDepartment?: string | undefined;
  filter: ListFilter;
  /** Of what is done the tickets that were opened in this month; without it those that are open. */
  month?: string | undefined;
}

/** A page of it. */
export interface WantedPage {
  order: ListOrder;
  size: number;
  cursor?: string | undefined;
}

/** A page of a list; the first one also says how many there are, and from where on its changes are told. */
export interface ListPage {
  items: TicketSummary[];
  unreadable: number;
  cursor?: string;
  first?: { total: number; counts: ListCounts; changes: string };
}

interface Needs {
  lists: Pick<TicketLists, 'allOpen' | 'doneIn'>;
  district: District;
  now: () => Instant;
}

/** The month of the tickets that are meant; undefined for the open ones. A state that is none of the open ones means the present month. */
export const monthOf = ({ filter: { state }, month }: WantedList, at: Instant, { utcOffset }: District): string | undefined => {
  if (state === undefined) return month;
  const isOpen = factsOf({ state }).clocks !== 'stop';
  return isOpen ? undefined : (month ?? localTime(at, offsetMinutes(utcOffset)).day.slice(0, 7));
};

/** What a cursor belongs to: another filter is another list. */
export const listName = ({ ofDepartment, filter }: WantedList, month: string | undefined) => [ofDepartment, filter, month];

/** Whether a ticket is of this list at all. */
export const isWithin = (ticket: TicketSummary, { ofDepartment }: WantedList): boolean =>
  ofDepartment === undefined || ticket.department === ofDepartment;

/**
 * Reads a page of a list. Its pages are read as of the moment of the first one: where a ticket stood then decides where it
 * comes, so that what moves between two pages comes neither twice nor never. Throws Refusal `cursor-invalid`.
 */
export const listTickets = async (
  wanted: WantedList,
  { order, size, cursor }: WantedPage,
  { lists, district, now }: Needs,
): Promise<ListPage> => {
  const at = now();
  const month = monthOf(wanted, at, district);
  const list = listName(wanted, month);
  const inThisOrder = [...list, order];
  const { asOf, after } = cursor === undefined ? { asOf: at } : readPageCursor(inThisOrder, cursor);
  const { items, unreadable } = await (month === undefined ? lists.allOpen() : lists.doneIn(month));
  const within = items.filter((ticket) => isWithin(ticket, wanted));
  const { fits, counts } = listFilter(wanted.filter, wanted.viewer, district);
  const found = within.filter(fits);
  const rest = found
    .map((ticket) => ({ ticket, place: placeAt(ticket, order, asOf) }))
    .filter(({ place }) => after === undefined || inOrder(place, after) > 0)
    .sort((one, other) => inOrder(one.place, other.place));
  const shown = rest.slice(0, size);
  const last = shown.at(-1);
  return {
    items: shown.map(({ ticket }) => ticket),
    unreadable,
    ...(rest.length > size && last && { cursor: pageCursor(inThisOrder, { asOf, after: last.place }) }),
    ...(cursor === undefined && {
      first: {
        total: found.length,
        counts: counts(within),
        changes: changesCursor(list, { from: at, lookedBackAt: at }),
      },
    }),
  };
};
