import type { Mark } from '#domain/district/schedule.ts';
import { factsOf } from './states.ts';
import type { Ticket } from './ticket.ts';

/** The next card that this ticket will get if nothing happens; undefined when its clocks have stopped or all were given. */
export const nextMark = (ticket: Ticket): Mark | undefined => {
  if (factsOf(ticket).clocks !== 'run') return undefined;
  const given = new Set(ticket.cards.map(({ limit, colour }) => `${limit} ${colour}`));
  return ticket.schedule.marks.find(
    ({ limit, colour }) => !given.has(`${limit} ${colour}`) && !(limit === 'accept' && ticket.acceptedAt !== undefined),
  );
};
