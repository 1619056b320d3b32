import * as z from 'zod';
import { StoredTelephone } from '#domain/telephone/stored-telephone.ts';
import { dutyDueAt } from '#domain/tickets/duty.ts';
import { nextMark } from '#domain/tickets/next-mark.ts';
import { factsAlone, TicketFacts, withSaid } from '#domain/tickets/said.ts';
import { factsOf } from '#domain/tickets/states.ts';
import { Contact, type Ticket } from '#domain/tickets/ticket.ts';
import { TicketEvent } from '#domain/tickets/ticket-event.ts';
import { saidIn, tellsSomething } from '#domain/tickets/ticket-of-events.ts';
import { workedOut } from '#domain/tickets/ticket-summary.ts';
import { isOffered } from '#domain/tickets/visibility.ts';
import * as keys from './keys.ts';
import { marksIn, placesIn, scheduleIn, writtenMarks, writtenPlaces, writtenSchedule } from './written-marks.ts';

/** A row as it lies in the tickets table: its keys, and the thing itself beside them. */
export type Row = Record<string, unknown> & { pk: string; sk: string };

/** What lies in a row beside the thing: all key attributes, and when the row may go. */
const KEY_ATTRIBUTE = /^(pk|sk|by[A-Z]\w*[PS]k|expiresAt)$/;

/** What a row holds beside its keys, by its schema. Throws an Error that says where the row is wrong, not what it says. */
export const parseRow = <S extends z.ZodType>(schema: S, row: Record<string, unknown>): z.output<S> => {
  const thing = Object.fromEntries(Object.entries(row).filter(([name]) => !KEY_ATTRIBUTE.test(name)));
  const parsed = schema.safeParse(thing);
  if (parsed.success) return parsed.data;
  // Only where it is wrong, never what it says: this reaches the log.
  const where = parsed.error.issues.map(({ path, code }) => `${path.join('.') || 'the row'} (${code})`).join(', ');
  // Whose call-back it is neither: the name of a caller is made of their number, and could be undone.
  const pk = String(row.pk).replace(/^(CALLER#).*/, '$1…');
  throw new Error(`row ${pk} ${String(row.sk)} does not parse: ${where}`, { cause: parsed.error });
};

/** What can be read of some rows, in their order, and how many could not be. */
export const readable = <T>(
  rows: readonly Record<string, unknown>[],
  read: (row: Record<string, unknown>) => T,
): { items: T[]; unreadable: number } => {
  const items = rows.flatMap((row) => {
    try {
      return [read(row)];
    } catch {
      return [];
    }
  });
  return { items, unreadable: rows.length - items.length };
};

/**
 * Where a ticket stands in the one index of what is due. While somebody on duty is to be rung it stands among those, by
 * what comes first, that or its card; the sweeps of cards look there too.
 */
const dueKey = (ticket: Ticket) => {
  const [mark, dutyAt, callAt] = [nextMark(ticket), dutyDueAt(ticket), ticket.reporterCalls?.nextAt];
  if (dutyAt !== undefined) return keys.dutyDueKey(ticket, dutyAt, mark?.at);
  if (mark !== undefined) return keys.byDueKey(mark.at, ticket);
  return factsOf(ticket).awaitsRating && callAt !== undefined ? keys.reporterDueKey(callAt, ticket.number) : {};
};

/** The row of a ticket, with the index keys that follow from its state: they are made anew at every write. */
export const ticketRow = (ticket: Ticket): Row => {
  const { number, openedAt, phoneKey } = ticket;
  // The index keys say the number and the account already.
  const { number: _, schedule, cards, reporter, stood, ...facts } = factsAlone(ticket);
  const { key, ...hidden } = reporter;
  return {
    ...keys.ticketKey(number),
    ...(key !== undefined && keys.byReporterKey(key, openedAt, number)),
    ...keys.byListKey(ticket, factsOf(ticket).clocks !== 'stop'),
    ...(phoneKey !== undefined && isOffered(ticket) && keys.byPhoneKey(phoneKey, openedAt)),
    ...dueKey(ticket),
    ...keys.openedKey(openedAt, number),
    ...facts,
    reporter: hidden,
    ...workedOut(ticket),
    schedule: writtenSchedule(schedule),
    cards: writtenMarks(cards),
    ...(stood && { stood: writtenPlaces(stood) }),
  };
};

/** A ticket's row, or a part of it in an index, as the domain knows it. */
export const unwritten = ({ schedule, cards, reporter, stood, ...row }: Record<string, unknown>): Record<string, unknown> => ({
  ...row,
  number: row.byListSk,
  ...(typeof reporter === 'object' && {
    reporter: { ...reporter, ...(row.byReporterPk !== undefined && { key: keys.reporterIn(String(row.byReporterPk)) }) },
  }),
  ...(schedule !== undefined && { schedule: scheduleIn(schedule) }),
  ...(cards !== undefined && { cards: marksIn(cards) }),
  ...(stood !== undefined && { stood: placesIn(stood) }),
});

/** The row of an event. */
export const eventRow = (event: TicketEvent): Row => ({
  ...keys.eventKey(event.number, event.version),
  ...keys.recordedKey(event.recordedAt, event.openedAt, event.id),
  ...event,
});

/** The row of a reporter's name and number, which is in no index. */
export const contactRow = (number: string, contact: Contact): Row => ({ ...keys.contactKey(number), ...contact });

/** What a ticket's row holds. Throws when the row is not one. */
export const factsIn = (row: Record<string, unknown>): TicketFacts => {
  const { dueAt: _, provisional: __, toAcceptAgain: ___, ...facts } = parseRow(TicketFacts(), unwritten(row));
  return facts as TicketFacts;
};

/**
 * The ticket in its row and those of its events. Throws when the row is not one, or an event can't be read by which
 * somebody said something; another one that can't be read, or that newer code tells by a type of its own, is passed over.
 */
export const ticketOf = (row: Record<string, unknown>, events: readonly Record<string, unknown>[]): Ticket =>
  withSaid(
    factsIn(row),
    saidIn(events.flatMap((one) => (tellsSomething(String(one.type)) ? eventOf(one) : readable([one], eventOf).items))),
  );

/** The event in a row. Throws when the row is not one. */
export const eventOf = (row: Record<string, unknown>): TicketEvent => parseRow(TicketEvent, row);

const StoredContact = z.looseObject({ ...Contact.shape, phone: StoredTelephone.optional() });

/** The name and number in a row. Throws when the row is not one. */
export const contactOf = (row: Record<string, unknown>): Contact => {
  const { phone, ...known } = parseRow(StoredContact, row);
  return { ...known, ...(phone !== undefined && { phone }) };
};

/** What an idempotency mark says: which request it was, and which ticket came of it, or took it in. */
const Mark = z.object({ digest: z.string(), number: z.string(), joined: z.boolean().default(false) });

/** The mark in a row. Throws when the row is not one. */
export const markOf = (row: Record<string, unknown>): z.infer<typeof Mark> => parseRow(Mark, row);

/** Seconds since 1970, as DynamoDB wants its expiry, some days after an instant. */
export const expiry = (from: string, days: number): number => Math.floor(Date.parse(from) / 1000) + days * 24 * 60 * 60;
