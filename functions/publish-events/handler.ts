import type { CallBackWanted } from '#contracts/messages/call-back-wanted.ts';
import { messageOf } from '#contracts/messages/ticket-event-message.ts';
import type { TicketEvent } from '#domain/tickets/ticket-event.ts';
import type { EventTopic } from '#ports/event-topic.ts';

/**
 * Tells the topic what happened, in the order in which it was written. Whoever listens filters by type and department.
 * Gives the places of what the topic refuses for ever.
 */
export const createHandler =
  ({ topic }: { topic: EventTopic }) =>
  (events: readonly (TicketEvent | CallBackWanted)[]): Promise<readonly number[]> =>
    topic.publish(events.map((event) => (event.type === 'call-back-wanted' ? event : messageOf(event))));
