import type { CallBackWanted } from '#contracts/messages/call-back-wanted.ts';
import type { LookUpWanted } from '#contracts/messages/look-up-wanted.ts';
import { messageOf, type TopicMessage } from '#contracts/messages/ticket-event-message.ts';
import { Busy } from '#domain/errors.ts';
import type { TicketEvent } from '#domain/tickets/ticket-event.ts';
import { type WorkItem, workItem } from '#domain/tickets/work-item.ts';
import type { EventTopic } from '#ports/event-topic.ts';
import type { TicketStore } from '#ports/ticket-store.ts';

interface Needs {
  topic: EventTopic;
  store: Pick<TicketStore, 'get'>;
}

/** What the stream carries: that of no ticket is its message already. */
type Happened = TicketEvent | CallBackWanted | LookUpWanted;

/** What the unit is to do that an assignment names; undefined for what is none. */
const workOf = async (event: TicketEvent, store: Needs['store']): Promise<WorkItem | undefined> => {
  if (event.type !== 'assigned' || event.department === undefined) return undefined;
  const ticket = await store.get(event.number);
  if (!ticket) throw new Error(`${event.number} was assigned, but there is no such ticket`);
  return workItem(ticket, event.department, event.unit);
};

/**
 * Tells the topic what happened, in the order in which it was written. Whoever listens filters by type and department.
 * Gives the places of what the topic refuses for ever, and of
 * assignments whose ticket can't be read: they are parked, and tried again.
 */
export const createHandler =
  ({ topic, store }: Needs) =>
  async (events: readonly Happened[]): Promise<readonly number[]> => {
    const messageFor = async (event: Happened): Promise<TopicMessage> =>
      event.type === 'call-back-wanted' || event.type === 'look-up-wanted' ? event : messageOf(event, await workOf(event, store));
    const read = await Promise.allSettled(events.map(messageFor));
    const outage = read.find((one) => one.status === 'rejected' && one.reason instanceof Busy);
    if (outage?.status === 'rejected') throw outage.reason;
    // One ticket that can't be read must not stop what happened to all others.
    const unreadable = read.flatMap(({ status }, place) => (status === 'rejected' ? [place] : []));
    const places = events.map((_, place) => place).filter((place) => !unreadable.includes(place));
    const refused = await topic.publish(read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])));
    return [...unreadable, ...refused.flatMap((place) => places[place] ?? [])].sort((one, other) => one - other);
  };
