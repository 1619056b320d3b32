import { workingCalendar } from '#domain/district/calendar.ts';
import type { District } from '#domain/district/district.ts';
import { offsetMinutes } from '#domain/instant.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import type { Outcome } from '#test/adapters/memory/calls.ts';

/** The figures of one place: counts that are not 0, and every single time. */
export interface Naive {
  counts: Record<string, number>;
  times: { accept: Spent; resolve: Spent };
}
interface Spent {
  working: number[];
  wallClock: number[];
}

const wallClock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

/** The local five minutes, hour, day, month and year, as another calendar tells them. */
const starts = (openedAt: string): [level: string, start: string][] => {
  const local = wallClock.format(new Date(openedAt)).replace(' ', 'T');
  const minute = Number(local.slice(14)) - (Number(local.slice(14)) % 5);
  return [
    ['five-minutes', `${local.slice(0, 14)}${minute < 10 ? `0${minute}` : minute}`],
    ['hour', local.slice(0, 13)],
    ['day', local.slice(0, 10)],
    ['month', local.slice(0, 7)],
    ['year', local.slice(0, 4)],
  ];
};

/** What is above an entry, itself first, found the slow way. */
const chain = (tree: readonly { id: string; parent?: string | undefined }[], id: string | undefined): string[] =>
  id === undefined ? [] : [id, ...chain(tree, tree.find((branch) => branch.id === id)?.parent)];

/**
 * Counts all tickets and calls one by one, with none of the code that keeps the figures. By `<level> <start> <dimension>
 * <value>`.
 */
export const naiveRecount = (tickets: readonly Ticket[], calls: readonly Outcome[], district: District): Map<string, Naive> => {
  const calendar = workingCalendar(district.calendar, offsetMinutes(district.utcOffset));
  const found = new Map<string, Naive>();
  const countAt = (openedAt: string, where: string, names: string[]): Naive[] =>
    starts(openedAt).map(([level, start]) => {
      const key = `${level} ${start} ${where}`;
      const none = (): Spent => ({ working: [], wallClock: [] });
      const place: Naive = found.get(key) ?? { counts: {}, times: { accept: none(), resolve: none() } };
      found.set(key, place);
      for (const name of names) place.counts[name] = (place.counts[name] ?? 0) + 1;
      return place;
    });
  const count = (ticket: Ticket, where: string, names: string[]): void => {
    for (const place of countAt(ticket.openedAt, where, names)) {
      const spend = (spent: Spent, until = ''): void => {
        spent.working.push(calendar.workingMinutes(ticket.openedAt, until));
        spent.wallClock.push((Date.parse(until) - Date.parse(ticket.openedAt)) / 60_000);
      };
      if (names.includes('accepted')) spend(place.times.accept, ticket.acceptedAt);
      if (names.some((name) => name.startsWith('completed'))) spend(place.times.resolve, ticket.resolvedAt);
    }
  };

  for (const ticket of tickets) {
    const { state, rating, schedule, cards, resolvedAt, dispatchedAt } = ticket;
    const limit = schedule.handle.at;
    const withdrawn = state === 'withdrawn';
    const names = ['received'];
    if (withdrawn) names.push('setAside');
    if (ticket.answeredDirectly) names.push('answeredDirectly');
    if (dispatchedAt && !withdrawn) {
      names.push('dispatched');
      if (state === 'accepted' || state === 'resolved' || state === 'closed') names.push('accepted');
      if (resolvedAt) names.push(resolvedAt <= limit ? 'completedOnTime' : 'completedLate');
      const red = cards.some((card) => card.limit === 'handle' && card.colour !== 'yellow' && card.at >= limit);
      if (red || (resolvedAt && resolvedAt > limit)) names.push('overdue');
      if (red && !resolvedAt) names.push('unsolved');
    }
    if (rating) names.push('rated', rating.solved ? 'solved' : 'unsolved');
    if (rating && rating.stars >= district.satisfiedFromStars) names.push('satisfied');
    if (state === 'closed') names.push('closed');

    const withReturn = (is: boolean) => (is && !withdrawn ? [...names, 'returned'] : names);
    const once = withReturn(ticket.returns.length > 0);
    const values = [
      ['all all', `kind ${ticket.kind}`, `channel ${ticket.channel}`],
      chain(district.areas, ticket.area).map((id) => `area ${id}`),
      chain(district.categories, ticket.category).map((id) => `category ${id}`),
    ].flat();
    for (const value of values) count(ticket, value, once);

    const returners = new Set(ticket.returns.map(({ department }) => department));
    if (ticket.department) count(ticket, `department ${ticket.department}`, withReturn(returners.has(ticket.department)));
    returners.delete(ticket.department ?? '');
    for (const id of new Set(ticket.takenFrom?.map(({ department }) => department))) {
      if (id !== ticket.department && !returners.has(id))
        count(ticket, `department ${id}`, withdrawn ? names : ['received', 'dispatched']);
    }
    for (const id of returners) count(ticket, `department ${id}`, withdrawn ? names : ['received', 'dispatched', 'returned']);
    // A unit whose department returned the ticket has it no more, whatever becomes of the ticket.
    const isBack = (ticket.returns.at(-1)?.at ?? '') > (dispatchedAt ?? '');
    if (ticket.unit && !isBack) count(ticket, `unit ${ticket.unit}`, names);
  }
  for (const { startedAt, connected } of calls) {
    const names = connected ? ['calls', 'connected'] : ['calls'];
    for (const where of ['all all', 'channel phone']) countAt(startedAt, where, names);
  }
  return found;
};
