import { TicketEventMessage } from '../../contracts/messages/ticket-event-message.ts';
import type { WorkItem } from '../../domain/ticket-event.ts';
import { parseJson } from '../json-text.ts';

/** The work in the body of a message to this department's queue; undefined for a message that should not be there. */
export const workInMessage = (body: string, department: string): WorkItem | undefined => {
  const message = TicketEventMessage.safeParse(parseJson(body));
  return message.data?.work?.department === department ? message.data.work : undefined;
};
