import { commands } from './commands.ts';
import type { TicketEvent } from './ticket-event.ts';

/** The person who accepted a ticket last, by its events, the oldest first; undefined where nobody did or no person is named. */
export const acceptedBy = (events: readonly Pick<TicketEvent, 'type' | 'actor'>[]): string | undefined =>
  events.findLast(({ type }) => type === commands.accept.event)?.actor.id;
