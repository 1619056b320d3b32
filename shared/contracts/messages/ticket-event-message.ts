import * as z from 'zod';
import { Instant } from '#domain/instant.ts';
import { EventType, type TicketEvent } from '#domain/tickets/ticket-event.ts';
import { TicketNumber } from '#domain/tickets/ticket-number.ts';
import { WorkItem } from '#domain/tickets/work-item.ts';
import type { CallBackWanted } from './call-back-wanted.ts';
import type { LookUpWanted } from './look-up-wanted.ts';

/**
 * What travels through topic and queues: that something happened, never who asked nor what was said. Only the message
 * to a work queue (`assigned`) carries the matter, as the unit needs it.
 */
export const TicketEventMessage = z.looseObject({
  id: z.string(),
  type: EventType,
  number: TicketNumber,
  version: z.int().min(1),
  at: Instant,
  department: z.string().optional(),
  correlationId: z.string(),
  work: WorkItem().optional(),
});
export type TicketEventMessage = z.infer<typeof TicketEventMessage>;

/** The message that tells of an event; that of an assignment with the work that the unit is to do. */
export const messageOf = (event: TicketEvent, work?: WorkItem): TicketEventMessage => ({
  id: event.id,
  type: event.type,
  number: event.number,
  version: event.version,
  at: event.at,
  correlationId: event.correlationId,
  ...(event.department !== undefined && { department: event.department }),
  ...(work && { work }),
});

/** Everything that the topic carries. */
export type TopicMessage = TicketEventMessage | CallBackWanted | LookUpWanted;

/** What the topic's subscriptions filter on: each lane takes only its own department's events. */
export const attributesOf = (message: TopicMessage): Record<'type' | 'department', string | undefined> => ({
  type: message.type,
  department: message.type !== 'call-back-wanted' && message.type !== 'look-up-wanted' ? message.department : undefined,
});
