import { createHash } from 'node:crypto';
import * as z from 'zod';
import { Refusal } from '#domain/errors.ts';
import { Instant } from '#domain/instant.ts';
import type { Place } from '#domain/tickets/lists/place-in-list.ts';
import { TicketNumber } from '#domain/tickets/ticket-number.ts';

/** Where a list goes on, and as of when it is read. */
export interface ListCursor {
  asOf: Instant;
  after: Place;
}

const KeptPage = z.tuple([z.literal('page'), z.string(), Instant, z.tuple([z.string(), Instant, TicketNumber])]);
const KeptChanges = z.tuple([z.literal('changes'), z.string(), Instant, Instant.optional()]);

/** From when on changes are told, and when somebody last looked further back. */
export interface ChangesCursor {
  from: Instant;
  lookedBackAt: Instant;
}

/** Says which list a cursor is of without showing what it is filtered by. */
const markOf = (list: unknown): string => createHash('sha256').update(JSON.stringify(list)).digest('base64url');

const written = (parts: unknown): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

/** Reads a cursor of this list; throws Refusal `cursor-invalid` for any other. What it shows always comes from who asks. */
const read = <S extends typeof KeptPage | typeof KeptChanges>(schema: S, list: unknown, cursor: string): z.output<S> => {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw new Refusal('cursor-invalid');
  }
  const parsed = schema.safeParse(parts);
  if (!parsed.success || parsed.data[1] !== markOf(list)) throw new Refusal('cursor-invalid');
  return parsed.data as z.output<S>;
};

/** The cursor of a list that goes on behind a place. `list` is all that it is filtered and ordered by. */
export const pageCursor = (list: unknown, { asOf, after }: ListCursor): string => written(['page', markOf(list), asOf, after]);

/** Where a page begins. Throws Refusal `cursor-invalid`. */
export const readPageCursor = (list: unknown, cursor: string): ListCursor => {
  const [, , asOf, after] = read(KeptPage, list, cursor);
  return { asOf, after };
};

/** The cursor of what changes in a list from a moment on. */
export const changesCursor = (list: unknown, { from, lookedBackAt }: ChangesCursor): string =>
  written(['changes', markOf(list), from, lookedBackAt]);

/** From when on changes are wanted. Throws Refusal `cursor-invalid`. */
export const readChangesCursor = (list: unknown, cursor: string): ChangesCursor => {
  // A page that was open while a newer version was deployed has a cursor without the second moment.
  const [, , from, lookedBackAt = from] = read(KeptChanges, list, cursor);
  return { from, lookedBackAt };
};
