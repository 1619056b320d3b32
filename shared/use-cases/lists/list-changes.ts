import type { District } from '#domain/district/district.ts';
import { Refusal } from '#domain/errors.ts';
import { type Instant, localTime, minutesBetween, offsetMinutes, plusMinutes } from '#domain/instant.ts';
import { listFilter } from '#domain/tickets/lists/list-filter.ts';
import { factsOf } from '#domain/tickets/states.ts';
import type { TicketSummary } from '#domain/tickets/ticket-summary.ts';
import type { ChangedTicket, TicketLists } from '#ports/ticket-store.ts';
import { type ChangesCursor, changesCursor, readChangesCursor } from './cursor.ts';
import { isWithin, listName, monthOf, type WantedList } from './list-tickets.ts';

/** Clocks differ, and an index shows late what was written: what was told in this time is told once more. */
const OVERLAP_MINUTES = 0.25;
/** An index may lag by minutes. So far back one looks, but not each time: what was told again costs a read again. */
const FAR_BACK = { minutes: 5, everyMinutes: 1 };
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

/**
 * Whether it may be told to who looks at the list that this ticket is not in it: of a department only what it has, and that
 * what it had has gone. What others do to it later is not theirs to know.
 */
const mayKnowOf = ({ ticket, wentFrom }: ChangedTicket, { ofDepartment }: WantedList, since: Instant): boolean =>
  ofDepartment === undefined ||
  ticket.department === ofDepartment ||
  wentFrom.some(({ department, at }) => department === ofDepartment && at >= since);

/** What was recorded since a cursor: from a moment before it, and each minute from far before it unless that is too much. */
const changedSince = async (
  { from, lookedBackAt }: ChangesCursor,
  at: Instant,
  lists: Needs['lists'],
): Promise<{ changed: ChangedTicket[] | 'too-many'; since: Instant; looksBack: boolean }> => {
  const until = plusMinutes(at, OVERLAP_MINUTES);
  const looksBack = minutesBetween(lookedBackAt, at) >= FAR_BACK.everyMinutes;
  for (const minutes of looksBack ? [FAR_BACK.minutes, OVERLAP_MINUTES] : [OVERLAP_MINUTES]) {
    const since = plusMinutes(from, -minutes);
    const changed = await lists.changedSince(since, until, MOST_TICKETS);
    if (changed !== 'too-many') return { changed, since, looksBack };
  }
  return { changed: 'too-many', since: from, looksBack };
};

/**
 * Tells what changed in a list since a cursor: of each ticket how it is now, so telling it twice does no harm. Throws Refusal
 * `cursor-invalid`, also for one that is too old.
 */
export const listChanges = async (wanted: WantedList, cursor: string, { lists, district, now }: Needs): Promise<ListChanges> => {
  const at = now();
  const month = monthOf(wanted, at, district);
  const list = listName(wanted, month);
  const seen = readChangesCursor(list, cursor);
  if (minutesBetween(seen.from, at) > MOST_MINUTES) throw new Refusal('cursor-invalid');
  const { changed, since, looksBack } = await changedSince(seen, at, lists);
  const next = changesCursor(list, { from: at, lookedBackAt: looksBack ? at : seen.lookedBackAt });
  if (changed === 'too-many') return { items: [], left: [], reload: true, cursor: next };
  const { fits } = listFilter(wanted.filter, wanted.viewer, district);
  const isIn = ({ ticket }: ChangedTicket): boolean =>
    isWithin(ticket, wanted) && isOfMonth(ticket, month, district) && fits(ticket);
  return {
    items: changed.filter(isIn).map(({ ticket }) => ticket),
    left: changed.filter((one) => !isIn(one) && mayKnowOf(one, wanted, since)).map(({ ticket }) => ticket.number),
    reload: false,
    cursor: next,
  };
};
