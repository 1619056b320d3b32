import { unmarshall } from '@aws-sdk/util-dynamodb';
import { CallBackWanted } from '#contracts/messages/call-back-wanted.ts';
import { LookUpWanted } from '#contracts/messages/look-up-wanted.ts';
import type { TicketEvent } from '#domain/tickets/ticket-event.ts';
import { CALLER_PREFIX, EVENT_PREFIX, LOOK_UP_PREFIX } from './keys.ts';
import { eventOf, parseRow } from './rows.ts';

/** A row as the table's stream shows it: each value wrapped in its type, `{ sk: { S: 'TICKET' } }`. */
type Image = Record<string, { S?: string | undefined }>;

/** The event in a row of the stream; undefined for a row of another sort. Throws when it should be an event and is not. */
export const eventInImage = (image: Image): TicketEvent | CallBackWanted | LookUpWanted | undefined => {
  if (!image.sk?.S?.startsWith(EVENT_PREFIX)) return undefined;
  const row = unmarshall(image as Parameters<typeof unmarshall>[0]);
  if (image.pk?.S?.startsWith(CALLER_PREFIX)) return parseRow(CallBackWanted, row);
  return image.pk?.S?.startsWith(LOOK_UP_PREFIX) ? parseRow(LookUpWanted, row) : eventOf(row);
};
