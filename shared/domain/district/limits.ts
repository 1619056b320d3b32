import { type Instant, plusMinutes } from '#domain/instant.ts';
import { calendarOf, type WorkingCalendar } from './calendar.ts';
import type { District, Limits } from './district.ts';
import type { TicketKind } from './kinds.ts';
import type { Mark, Schedule } from './schedule.ts';
import { lineage } from './tree.ts';

type Limit = Limits['accept'];

/** What of a matter its limits depend on. */
export interface Timed {
  kind: TicketKind;
  category: string;
  urgent: boolean;
  openedAt: Instant;
}

const dueBy = (limit: Limit, openedAt: Instant, calendar: WorkingCalendar) =>
  'workingDays' in limit
    ? calendar.endOfWorkingDay(openedAt, limit.workingDays)
    : calendar.plusWorkingMinutes(openedAt, limit.workingHours * 60);

/** The limit of a category (its own or its nearest ancestor's), else of the kind, else the district's default. */
const handleLimit = (district: District, kind: TicketKind, category: string): Limit => {
  const { byCategory = {}, byKind, default: otherwise } = district.limits.handle;
  for (const { id } of lineage(district.categories, category)) {
    if (byCategory[id]) return byCategory[id];
  }
  return byKind[kind] ?? otherwise;
};

const inOrder = (marks: Mark[]): Mark[] => marks.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));

/** Danger to people: the clock runs around the clock, and so do its cards. */
const urgentSchedule = ({ urgent }: Limits, openedAt: Instant): Schedule => {
  const [accept, handle] = [plusMinutes(openedAt, urgent.acceptMinutes), plusMinutes(openedAt, urgent.handleMinutes)];
  return {
    accept: { at: accept, provisional: false },
    handle: { at: handle, provisional: false },
    marks: inOrder([
      { limit: 'accept', colour: 'red', at: accept },
      { limit: 'handle', colour: 'red', at: handle },
      { limit: 'handle', colour: 'escalation', at: plusMinutes(handle, urgent.escalateAfterMinutes) },
    ]),
  };
};

/**
 * Works out both due dates of a ticket and when its cards fall. The clock runs from intake, whatever the department
 * does. Yellow: the last working day begins. Red: the first working time after the due date. No card falls outside
 * working hours, unless the ticket is urgent.
 */
export const scheduleOf = (district: District, about: Timed): Schedule => {
  const { limits } = district;
  const { openedAt } = about;
  if (about.urgent) return urgentSchedule(limits, openedAt);

  const calendar = calendarOf(district);
  const limit = handleLimit(district, about.kind, about.category);
  const accept = dueBy(limits.accept, openedAt, calendar);
  const handle = dueBy(limit, openedAt, calendar);
  // Work that ends at midnight ends on the day before.
  const lastDay = plusMinutes(handle.at, -1);
  const marks: Mark[] = [
    { limit: 'accept', colour: 'red', at: calendar.nextWorkingTime(accept.at).at },
    { limit: 'handle', colour: 'red', at: calendar.nextWorkingTime(handle.at).at },
    { limit: 'handle', colour: 'escalation', at: calendar.startOfWorkingDay(lastDay, limits.escalateAfterWorkingDays + 1).at },
  ];
  if ('workingDays' in limit) {
    marks.push({ limit: 'handle', colour: 'yellow', at: calendar.startOfWorkingDay(openedAt, limit.workingDays).at });
  }
  return { accept, handle, marks: inOrder(marks) };
};

/** May the hotline remind a department of an ordinary matter at this moment? Urgent ones know no night. */
export const mayRemind = (district: Pick<District, 'calendar' | 'utcOffset'>, at: Instant): boolean =>
  calendarOf(district).isWorkingTime(at);
