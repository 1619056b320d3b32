import { callBackEventRow } from '#adapters/dynamodb/call-backs.ts';
import { eventInImage } from '#adapters/dynamodb/event-image.ts';
import { eventRow } from '#adapters/dynamodb/rows.ts';
import type { CallBackWanted } from '#contracts/messages/call-back-wanted.ts';
import { messageOf } from '#contracts/messages/ticket-event-message.ts';
import type { CallBack } from '#domain/calls/call-back.ts';
import { callBackId } from '#domain/calls/call-back-id.ts';
import type { TicketEvent } from '#domain/tickets/ticket-event.ts';
import { workItem } from '#domain/tickets/work-item.ts';
import { createHandler } from '#functions/publish-events/handler.ts';
import { lineOf } from '#runtime/log.ts';
import { streamFunction } from '#runtime/stream.ts';
import { memoryTopic } from '#test/adapters/memory/event-topic.ts';
import { keyOfPhone } from '#test/adapters/memory/phone-keys.ts';
import { memorySendAll } from '#test/adapters/memory/send-all.ts';
import { changed, MONDAY_AT_TEN, opening } from '#test/unit/domain/new-ticket.ts';
import { telephone } from '#test/unit/domain/telephones.ts';
import { crashAt } from './crash.ts';

/** A ticket that is opened, dispatched and assigned. */
export const opened = opening();
export const dispatched = changed(opened.ticket, { action: 'dispatch', department: 'waterworks', rule: 'water' }, 'system');
export const assigned = changed(dispatched.ticket, { action: 'assign' }, 'system');
/** The events of these three changes. */
export const all: TicketEvent[] = [opened, dispatched, assigned].map(({ event }) => event);

/** The table in which they stand. */
export const store = { get: async () => assigned.ticket };
/** The messages that tell of them: that of the assignment with the work. */
export const messages = all.map((event) =>
  messageOf(event, event.type === 'assigned' ? workItem(assigned.ticket, 'waterworks', event.unit) : undefined),
);

/** Somebody who was lost on the phone, their call-back, and the message to the desk. */
export const LI = telephone('+8610000000001');
export const lost: CallBack = {
  id: callBackId(keyOfPhone(LI), MONDAY_AT_TEN),
  phone: LI,
  since: MONDAY_AT_TEN,
  version: 1,
  calls: [{ call: 'twilio:CA1', at: MONDAY_AT_TEN, reason: 'hung-up', matter: 'Water runs down the stairs' }],
};
export const wanted: CallBackWanted = { type: 'call-back-wanted', id: lost.id, at: MONDAY_AT_TEN, correlationId: 'test' };

/** Rows that a mistake of ours, or a person at the console, could leave in the table. */
export const badRows = {
  'of a type that nobody knows': { ...eventRow(opened.event), type: 'vanished' },
  'that lacks its thread': { ...eventRow(opened.event), correlationId: undefined },
  'of numbers where texts belong': { ...eventRow(opened.event), id: 7 },
  'of a call-back that lacks its thread': { ...callBackEventRow(wanted), correlationId: undefined },
  'of a ticket that is a call-back': { ...callBackEventRow(wanted), pk: eventRow(opened.event).pk },
  'of a caller that is a ticket': { ...eventRow(opened.event), pk: callBackEventRow(wanted).pk },
  'of nobody that we know': { ...callBackEventRow(wanted), pk: 'SOMEBODY#1' },
};
/** The function that publishes, over memory adapters, and what came of it. */
export const started = (crash = crashAt(-1, 'before'), ofTopic: Parameters<typeof memoryTopic>[0] = {}) => {
  const [topic, retry, lines] = [memoryTopic(ofTopic), memorySendAll(), [] as string[]];
  const run = streamFunction(
    'publish-events',
    { read: eventInImage, send: crash.around(createHandler({ topic, store })), park: crash.around(retry.send) },
    { log: (...line) => lines.push(lineOf(...line)) },
  );
  return { run, published: topic.published, parked: retry.sent, lines };
};
