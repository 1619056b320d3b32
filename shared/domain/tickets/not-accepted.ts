import { factsOf } from './states.ts';
import type { Ticket } from './ticket.ts';

/** What the log says of such a ticket: an alarm looks for this message. */
export const NOT_ACCEPTED = 'work is not accepted';

/**
 * Whether the card that was given last says that a ticket's time has run out, while nobody of its department has accepted it,
 * on the page or by a program.
 */
export const isNotAcceptedInTime = (ticket: Ticket): boolean => {
  const { isWithDepartment, isAccepted } = factsOf(ticket);
  const card = ticket.cards.at(-1);
  return isWithDepartment && !isAccepted && card?.limit === 'handle' && card.colour === 'red';
};
