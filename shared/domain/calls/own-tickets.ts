import * as z from 'zod';
import { DueDate } from '#domain/district/schedule.ts';
import { Instant, minutesBetween } from '#domain/instant.ts';
import { once } from '#domain/once.ts';
import { TicketFacts } from '#domain/tickets/said.ts';
import { factsOf, TicketState } from '#domain/tickets/states.ts';
import type { Answer, State } from './state.ts';

/** What of a ticket a call may speak of by the calling number alone, which can be forged: never what was said, or by whom. */
export const OfferedFacts = once(() => TicketFacts().pick({ category: true, state: true, openedAt: true, schedule: true }));
export type OfferedFacts = Pick<z.infer<ReturnType<typeof TicketFacts>>, 'category' | 'state' | 'openedAt' | 'schedule'>;

/** A ticket of the telephone that rings, as the call knows it from then on. */
const OwnTicket = z.object({
  category: z.string(),
  state: TicketState,
  openedAt: Instant,
  /** So new that its day needs no month. */
  recent: z.boolean(),
  due: DueDate.optional(),
});
export type OwnTicket = z.infer<typeof OwnTicket>;

/** So many are looked for: who has more of them keys in a number. */
export const MOST_OWN = 9;
/** So many can be kept in mind with their keys. */
const AT_ONCE = 3;
const RECENT_MINUTES = 28 * 24 * 60;

/** The tickets that were found by the number that rings, newest first, as the call keeps them with the answer. */
export const ownFacts = (tickets: readonly OfferedFacts[], now: Instant): Pick<Answer, 'own'> => {
  const own = tickets.map(({ category, state, openedAt, schedule }): OwnTicket => {
    const recent = minutesBetween(openedAt, now) < RECENT_MINUTES;
    const known = { category, state, openedAt, recent };
    return factsOf({ state }).clocks === 'stop' ? known : { ...known, due: schedule.handle };
  });
  return { own: JSON.stringify(own) };
};

/** What an answer says of own tickets; undefined when they were not looked for, or can't be read. */
export const ownIn = ({ own }: Answer): readonly OwnTicket[] | undefined => {
  if (own === undefined) return undefined;
  try {
    return z.array(OwnTicket).parse(JSON.parse(own));
  } catch {
    return undefined;
  }
};

/** The tickets that are offered now, and how many come after them. */
export const ownOffered = ({ own = [], ownFrom = 0 }: Pick<State, 'own' | 'ownFrom'>) => ({
  tickets: own.slice(ownFrom, ownFrom + AT_ONCE),
  next: ownFrom + AT_ONCE < own.length ? ownFrom + AT_ONCE : undefined,
});
