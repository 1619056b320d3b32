import { scheduleOf, type Timed, urgentScheduleFrom, withAcceptFrom } from '#domain/district/limits.ts';
import type { Setting } from './command.ts';
import type { Ticket } from './ticket.ts';

type Before = Pick<Ticket, 'openedAt' | 'cards' | 'urgent' | 'schedule' | 'acceptFrom'>;

/** From the opening; but what becomes urgent later has the limits of danger from then on, and keeps them while it is. */
const scheduleAnew = (ticket: Before, about: Omit<Timed, 'openedAt'>, { at, district }: Setting) => {
  const { openedAt, urgent, schedule, acceptFrom } = ticket;
  if (!about.urgent) {
    const fromOpening = scheduleOf(district, { ...about, openedAt });
    return acceptFrom === undefined ? fromOpening : withAcceptFrom(district, fromOpening, false, acceptFrom);
  }
  return urgent ? schedule : urgentScheduleFrom(district, at, schedule);
};

/**
 * The limits of a ticket of which something was corrected, worked out again. A card stays if it is true by the new limits,
 * too: it did not come before they ask for it. Another one is taken off, and falls when it is true.
 */
export const limitsAnew = (
  ticket: Before,
  about: Omit<Timed, 'openedAt'>,
  setting: Setting,
): Pick<Ticket, 'schedule' | 'cards' | 'correctedAt'> => {
  const schedule = scheduleAnew(ticket, about, setting);
  const isTrue = ({ limit, colour, at: given }: Ticket['cards'][number]): boolean =>
    schedule.marks.some((mark) => mark.limit === limit && mark.colour === colour && mark.at <= given);
  return { schedule, cards: ticket.cards.filter(isTrue), correctedAt: setting.at };
};
