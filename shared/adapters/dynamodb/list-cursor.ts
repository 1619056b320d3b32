import { createHash } from 'node:crypto';
import * as z from 'zod';
import { fromBase64Json, toBase64Json } from '#adapters/base64-json.ts';
import { Refusal } from '#domain/errors.ts';
import { Instant } from '#domain/instant.ts';
import { TicketNumber } from '#domain/tickets/ticket-number.ts';

/** Where a list goes on: behind this ticket. */
export interface Place {
  openedAt: Instant;
  number: TicketNumber;
}

const Cursor = z.tuple([z.string(), Instant, TicketNumber]);

/** Says which list a cursor is of without naming whose it is. */
const mark = (list: string): string => createHash('sha256').update(list).digest('base64url').slice(0, 12);

/** The opaque cursor of a list that goes on behind a ticket. */
export const cursorAfter = (list: string, { openedAt, number }: Place): string => toBase64Json([mark(list), openedAt, number]);

/**
 * Reads a cursor of this list; throws Refusal `cursor-invalid` for any other. The cursor only says where to go on: the
 * list itself always comes from the caller, so an edited cursor shows nothing that the caller could not list anyway.
 */
export const placeOf = (list: string, cursor: string): Place => {
  const parsed = Cursor.safeParse(fromBase64Json(cursor));
  if (!parsed.success || parsed.data[0] !== mark(list)) throw new Refusal('cursor-invalid');
  const [, openedAt, number] = parsed.data;
  return { openedAt, number };
};
