import type { Mark } from '#domain/district/schedule.ts';
import { factsOf } from './states.ts';
import type { Ticket } from './ticket.ts';

/**
 * A card that is true no more: the ticket was accepted, or was another department's when it was to be accepted; or a
 * warning of a limit that had passed already when the ticket was corrected.
 */
const isVoid = ({ limit, colour }: Mark, { acceptedAt, takenFrom, correctedAt, schedule }: Ticket): boolean => {
  const hadPassed = (moment: string | undefined): boolean => moment !== undefined && schedule[limit].at <= moment;
  if (limit === 'accept' && (acceptedAt !== undefined || hadPassed(takenFrom?.at(-1)?.at))) return true;
  return colour === 'yellow' && hadPassed(correctedAt);
};

/** The next card that this ticket will get if nothing happens; undefined when its clocks have stopped or all were given. */
export const nextMark = (ticket: Ticket): Mark | undefined => {
  if (factsOf(ticket).clocks !== 'run') return undefined;
  const given = new Set(ticket.cards.map(({ limit, colour }) => `${limit} ${colour}`));
  return ticket.schedule.marks.find((mark) => !given.has(`${mark.limit} ${mark.colour}`) && !isVoid(mark, ticket));
};
