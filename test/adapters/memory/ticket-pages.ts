import * as z from 'zod';
import { Refusal } from '#domain/errors.ts';
import { Instant } from '#domain/instant.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { TicketNumber } from '#domain/tickets/ticket-number.ts';
import type { Page } from '#ports/ticket-store.ts';
import { inOrder } from './in-order.ts';

/** The list, and the place of the last ticket that was shown. */
const Cursor = z.tuple([z.string(), Instant, TicketNumber]);

const cursorOf = (list: string, { openedAt, number }: Ticket): string =>
  Buffer.from(JSON.stringify([list, openedAt, number])).toString('base64url');

const parsed = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
};

/** When the last ticket that was shown was opened, and its number. Throws Refusal `cursor-invalid`. */
const placeIn = (list: string, cursor: string): [string, string] => {
  const { data } = Cursor.safeParse(parsed(cursor));
  if (data?.[0] !== list) throw new Refusal('cursor-invalid');
  return [data[1], data[2]];
};

/** The page of a list, which has a name of its own, that begins behind the cursor. */
export const pageOf = (
  { list, tickets, newestFirst }: { list: string; tickets: readonly Ticket[]; newestFirst: boolean },
  { size, cursor }: { size: number; cursor?: string | undefined },
): Page<Ticket> => {
  const direction = newestFirst ? -1 : 1;
  const order = (one: [string, string], other: [string, string]): number => direction * inOrder(one, other);
  const place = ({ openedAt, number }: Ticket): [string, string] => [openedAt, number];

  const after = cursor === undefined ? undefined : placeIn(list, cursor);
  const rest = tickets
    .filter((ticket) => after === undefined || order(place(ticket), after) > 0)
    .sort((one, other) => order(place(one), place(other)));
  const items = rest.slice(0, size);
  const last = items.at(-1);
  return rest.length > size && last ? { items, cursor: cursorOf(list, last) } : { items };
};
