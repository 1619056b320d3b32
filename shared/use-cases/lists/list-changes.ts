import type { District } from '#domain/district/district.ts';
import { Refusal } from '#domain/errors.ts';
import { type Instant, localTime, minutesBetween, offsetMinutes, plusMinutes } from '#domain/instant.ts';
import { listFilter } from '#domain/tickets/lists/list-filter.ts';
import { factsOf } from '#domain/tickets/states.ts';
import type { TicketSummary } from '#domain/tickets/ticket-summary.ts';
import type { ChangedTicket, TicketLists } from '#ports/ticket-store.ts';
import { changesCursor, readChangesCursor } from './cursor.ts';
import { isWithin, listName, monthOf, type WantedList } from './list-tickets.ts';

/** Clocks differ, and an index shows late what was written: what was told in this time is told once more. */
const OVERLAP_MINUTES = 0.25;
/** Who has not asked for longer reads the list anew. */
const MOST_MINUTES = 30;
/** So many changed tickets are told at once. */
const MOST_TICKETS = 200;

/** What changed in a list. */
export interface ListChanges {
  /** Those that are in it now, as they are now. */
  items: TicketSummary[];
  /** The numbers of changed tickets that are not in it, and may have been. */
  left: string[];
  /** So much changed that the list is to be read anew. */
  reload: boolean;
  cursor: string;
}

interface Needs {
  lists: Pick<TicketLists, 'changedSince'>;
  district: District;
  now: () => Instant;
}

const isOfMonth = ({ state, openedAt }: TicketSummary, month: string | undefined, { utcOffset }: District): boolean => {
  const isOpen = factsOf({ state }).clocks !== 'stop';
  if (month === undefined) return isOpen;
  return !isOpen && localTime(openedAt, offsetMinutes(utcOffset)).day.startsWith(month);
};

/** Whether it may be told to who looks at the list that this ticket is not in it: of a department only what it has or had. */
const mayKnowOf = ({ ticket, hadBy }: ChangedTicket, { ofDepartment }: WantedList): boolean =>
  ofDepartment === undefined || ticket.department === ofDepartment || hadBy.includes(ofDepartment);

/**
 * Tells what changed in a list since a cursor: of each ticket how it is now, so telling it twice does no harm. Throws Refusal
 * `cursor-invalid`, also for one that is too old.
 */
export const listChanges = async (wanted: WantedList, cursor: string, { lists, district, now }: Needs): Promise<ListChanges> => {
  const at = now();
  const month = monthOf(wanted, at, district);
  const list = listName(wanted, month);
  const from = readChangesCursor(list, cursor);
  if (minutesBetween(from, at) > MOST_MINUTES) throw new Refusal('cursor-invalid');
  const [since, until] = [plusMinutes(from, -OVERLAP_MINUTES), plusMinutes(at, OVERLAP_MINUTES)];
  const changed = await lists.changedSince(since, until, MOST_TICKETS);
  const next = changesCursor(list, at);
  if (changed === 'too-many') return { items: [], left: [], reload: true, cursor: next };
  const { fits } = listFilter(wanted.filter, wanted.viewer, district);
  const isIn = ({ ticket }: ChangedTicket): boolean =>
    isWithin(ticket, wanted) && isOfMonth(ticket, month, district) && fits(ticket);
  return {
    items: changed.filter(isIn).map(({ ticket }) => ticket),
    left: changed.filter((one) => !isIn(one) && mayKnowOf(one, wanted)).map(({ ticket }) => ticket.number),
    reload: false,
    cursor: next,
  };
};
