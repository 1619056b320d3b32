import type { Instant } from '#domain/instant.ts';
import { factsOf } from './states.ts';
import type { Ticket } from './ticket.ts';
import type { TicketSummary } from './ticket-summary.ts';

/** What the log says of such a ticket: an alarm looks for this message. */
export const NOT_ACCEPTED = 'work is not accepted';

const waitsForAcceptance = (ticket: Pick<Ticket, 'state'>): boolean => {
  const { isWithDepartment, isAccepted } = factsOf(ticket);
  return isWithDepartment && !isAccepted;
};

/**
 * Whether the card that was given last says that a ticket's time has run out, while nobody of its department has accepted it,
 * on the page or by a program.
 */
export const isNotAcceptedInTime = (ticket: Ticket): boolean => {
  const card = ticket.cards.at(-1);
  return waitsForAcceptance(ticket) && card?.limit === 'handle' && card.colour === 'red';
};

const earliest = (moments: readonly (Instant | undefined)[]): Instant | undefined =>
  moments.filter((one) => one !== undefined).sort()[0];

/** How many of these tickets a department has and has not accepted, when the oldest was opened, and when the first is due. */
export const notAcceptedOf = (
  tickets: readonly TicketSummary[],
  department: string,
): { notAccepted: number; since?: Instant; acceptBy?: Instant } => {
  const waiting = tickets.filter((ticket) => ticket.department === department && waitsForAcceptance(ticket));
  const since = earliest(waiting.map(({ openedAt }) => openedAt));
  const acceptBy = earliest(waiting.map(({ dueAt }) => dueAt));
  return {
    notAccepted: waiting.length,
    ...(since !== undefined && { since }),
    ...(acceptBy !== undefined && { acceptBy }),
  };
};
