import { scheduleOf, type Timed } from '#domain/district/limits.ts';
import type { Setting } from './command.ts';
import type { Ticket } from './ticket.ts';

/**
 * The limits of a ticket of which something was corrected, worked out again from its opening. A card stays if it is true
 * by the new limits, too: it did not come before they ask for it. Another one is taken off, and falls when it is true.
 */
export const limitsAnew = (
  { openedAt, cards }: Pick<Ticket, 'openedAt' | 'cards'>,
  about: Omit<Timed, 'openedAt'>,
  { at, district }: Setting,
): Pick<Ticket, 'schedule' | 'cards' | 'correctedAt'> => {
  const schedule = scheduleOf(district, { ...about, openedAt });
  const isTrue = ({ limit, colour, at: given }: Ticket['cards'][number]): boolean =>
    schedule.marks.some((mark) => mark.limit === limit && mark.colour === colour && mark.at <= given);
  return { schedule, cards: cards.filter(isTrue), correctedAt: at };
};
