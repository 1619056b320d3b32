import * as z from 'zod';
import { Refusal } from '#domain/errors.ts';
import { Instant } from '#domain/instant.ts';
import { TicketNumber } from '#domain/tickets/ticket-number.ts';
import type { TicketSummary } from '#domain/tickets/ticket-summary.ts';
import type { Page } from '#ports/ticket-store.ts';
import { inOrder } from './in-order.ts';

/** The list, and the place of the last ticket that was shown. */
const Cursor = z.tuple([z.string(), Instant, TicketNumber, z.string().optional()]);

type Place = [rank: string, openedAt: string, number: string];

const cursorOf = (list: string, [rank, openedAt, number]: Place): string =>
  Buffer.from(JSON.stringify([list, openedAt, number, rank])).toString('base64url');

const parsed = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
};

/** The last ticket that was shown: its rank, when it was opened, and its number. Throws Refusal `cursor-invalid`. */
const placeIn = (list: string, cursor: string): Place => {
  const { data } = Cursor.safeParse(parsed(cursor));
  if (data?.[0] !== list) throw new Refusal('cursor-invalid');
  return [data[3] ?? '', data[1], data[2]];
};

/** A list by its name: tickets of one rank stand together, in the order of opening. */
interface List {
  list: string;
  tickets: readonly TicketSummary[];
  newestFirst: boolean;
  rank: (ticket: TicketSummary) => string;
}

/** The page of a list that begins behind the cursor. */
export const pageOf = (
  { list, tickets, newestFirst, rank }: List,
  { size, cursor }: { size: number; cursor?: string | undefined },
): Page<TicketSummary> => {
  const direction = newestFirst ? -1 : 1;
  const order = (one: Place, other: Place): number => direction * inOrder(one, other);
  const place = (ticket: TicketSummary): Place => [rank(ticket), ticket.openedAt, ticket.number];

  const after = cursor === undefined ? undefined : placeIn(list, cursor);
  const rest = tickets
    .filter((ticket) => after === undefined || order(place(ticket), after) > 0)
    .sort((one, other) => order(place(one), place(other)));
  const items = rest.slice(0, size);
  const last = items.at(-1);
  return { items, unreadable: 0, ...(rest.length > size && last && { cursor: cursorOf(list, place(last)) }) };
};
