import { type Instant, plusMinutes } from '#domain/instant.ts';
import { ownValue } from '#domain/own-value.ts';
import { calendarOf, type WorkingCalendar } from './calendar.ts';
import type { District, Limits } from './district.ts';
import type { TicketKind } from './kinds.ts';
import type { Mark, Schedule } from './schedule.ts';
import { lineage } from './tree.ts';

type Limit = Limits['accept'];

/** The least time there is, in minutes. */
const MILLISECOND = 1 / 60_000;

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

/**
 * The limit of a category (its own or its nearest ancestor's), else of the kind, else the district's default. A category
 * that is gone has the kind's: the general category may have a limit that was never meant for it.
 */
export const handleLimit = (
  district: Pick<District, 'categories'> & { limits: Pick<Limits, 'handle'> },
  kind: TicketKind,
  category: string,
): Limit => {
  const { byCategory = {}, byKind, default: otherwise } = district.limits.handle;
  for (const { id } of lineage(district.categories, category)) {
    const limit = ownValue(byCategory, id);
    if (limit) return limit;
  }
  return byKind[kind] ?? otherwise;
};

const inOrder = (marks: Mark[]): Mark[] => marks.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));

/** Danger to people: the cards fall at any hour. */
const urgentMarks = ({ urgent }: Limits, accept: Instant, handle: Instant): Mark[] =>
  inOrder([
    { limit: 'accept', colour: 'red', at: accept },
    { limit: 'handle', colour: 'red', at: handle },
    { limit: 'handle', colour: 'escalation', at: plusMinutes(handle, urgent.escalateAfterMinutes) },
  ]);

/** Danger to people: the clock runs around the clock, and so do its cards. */
const urgentSchedule = (limits: Limits, since: Instant): Schedule => {
  const { acceptMinutes, handleMinutes } = limits.urgent;
  const [accept, handle] = [plusMinutes(since, acceptMinutes), plusMinutes(since, handleMinutes)];
  return {
    accept: { at: accept, provisional: false },
    handle: { at: handle, provisional: false },
    marks: urgentMarks(limits, accept, handle),
  };
};

/**
 * The schedule of a ticket that becomes urgent at a moment: the limits of danger from then on, but none later than it was
 * before.
 */
export const urgentScheduleFrom = ({ limits }: Pick<District, 'limits'>, since: Instant, before: Schedule): Schedule => {
  const urgent = urgentSchedule(limits, since);
  const sooner = (one: Schedule['accept'], other: Schedule['accept']) => (one.at < other.at ? one : other);
  const [accept, handle] = [sooner(before.accept, urgent.accept), sooner(before.handle, urgent.handle)];
  return { accept, handle, marks: urgentMarks(limits, accept.at, handle.at) };
};

/**
 * A schedule whose limit of accepting is counted from a moment: then the ticket came to the department that has it, while
 * another one had it before. The limit of handling stays.
 */
export const withAcceptFrom = (district: District, schedule: Schedule, urgent: boolean, since: Instant): Schedule => {
  const { limits } = district;
  const calendar = calendarOf(district);
  const accept = urgent ? urgentSchedule(limits, since).accept : dueBy(limits.accept, since, calendar);
  const red: Mark = { limit: 'accept', colour: 'red', at: urgent ? accept.at : calendar.nextWorkingTime(accept.at).at };
  return { ...schedule, accept, marks: inOrder([...schedule.marks.filter(({ limit }) => limit !== 'accept'), red]) };
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
  // A time ends on the day of its last millisecond: work until midnight ends on the day before.
  const lastDay = plusMinutes(handle.at, -MILLISECOND);
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
