import { parseJson } from '#adapters/json-text.ts';
import { TicketEventMessage } from '#contracts/messages/ticket-event-message.ts';
import type { WorkItem } from '#domain/tickets/work-item.ts';
import type { ReadLeasable } from './lease-queue.ts';

/** The work in the body of a message to this department's queue; it is leased to the department as a whole. */
export const workInMessage =
  (department: string): ReadLeasable<WorkItem> =>
  (body) => {
    const work = TicketEventMessage.safeParse(parseJson(body)).data?.work;
    return work?.department === department ? { key: department, item: work } : undefined;
  };
