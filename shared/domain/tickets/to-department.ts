import * as z from 'zod';
import { idIn } from '#domain/district/id-in-list.ts';
import { TicketKind } from '#domain/district/kinds.ts';
import { withAcceptFrom } from '#domain/district/limits.ts';
import { departmentOf, hasCategory } from '#domain/district/standing-ids.ts';
import { Refusal } from '#domain/errors.ts';
import { once } from '#domain/once.ts';
import { reference } from '#domain/text/reference.ts';
import type { Setting, TicketChanges } from './command.ts';
import { dutyElsewhere } from './duty.ts';
import { limitsAnew } from './limits-anew.ts';
import type { Ticket } from './ticket.ts';

/** Where a ticket goes; it may also be of another kind or about something else. */
export const Destination = once(() =>
  z.strictObject({
    department: idIn('departments'),
    /** The routing rule that named the department, or `by-hand`. */
    rule: reference({ max: 60 }),
    kind: TicketKind.optional(),
    category: idIn('categories').optional(),
  }),
);
export type Destination = z.output<ReturnType<typeof Destination>>;

const corrects = (ticket: Ticket, { kind = ticket.kind, category = ticket.category }: Destination): boolean =>
  kind !== ticket.kind || category !== ticket.category;

const Part = () => z.looseObject({ kind: TicketKind, category: z.string() }).partial();

/** What an event says where the kind or the category was put right: what it was, and what it is. The sorter learns from it. */
export const putRight = () => ({ before: Part().optional(), after: Part().optional() });

/** What was put right of a ticket: only what is another one now. */
export const putRightIn = (ticket: Ticket, { kind = ticket.kind, category = ticket.category }: Destination) => {
  const isOtherKind = kind !== ticket.kind;
  const isOtherCategory = category !== ticket.category;
  if (!isOtherKind && !isOtherCategory) return {};
  return {
    before: { ...(isOtherKind && { kind: ticket.kind }), ...(isOtherCategory && { category: ticket.category }) },
    after: { ...(isOtherKind && { kind }), ...(isOtherCategory && { category }) },
  };
};

/** Whether a ticket was given to just this department, for just this reason, and nobody has acted on it since. */
export const isGivenTo = (ticket: Ticket, destination: Destination): boolean =>
  ticket.state === 'dispatched' &&
  ticket.department === destination.department &&
  ticket.rule === destination.rule &&
  !corrects(ticket, destination);

/**
 * The time to accept begins anew for another department than the one that had the ticket: it has not accepted it, and a
 * card that the other one got is none of its own.
 */
const acceptedAnew = (ticket: Ticket, limits: Pick<Ticket, 'schedule' | 'cards'>, { at, district }: Setting): TicketChanges => ({
  acceptedAt: undefined,
  acceptFrom: at,
  schedule: withAcceptFrom(district, limits.schedule, ticket.urgent, at),
  cards: limits.cards.filter(({ limit }) => limit !== 'accept'),
});

/** Gives a ticket to a department. Refuses `department-unknown`, `category-unknown`. */
export const givenTo = (ticket: Ticket, destination: Destination, setting: Setting): TicketChanges => {
  const { department, rule, kind = ticket.kind, category = ticket.category } = destination;
  const { at, district } = setting;
  if (!departmentOf(district, department)) throw new Refusal('department-unknown');
  // A category that the ticket has already may be gone: then nobody chooses it here.
  if (category !== ticket.category && !hasCategory(district, category)) throw new Refusal('category-unknown');
  const { urgent } = ticket;
  const limits = corrects(ticket, destination) ? limitsAnew(ticket, { kind, category, urgent }, setting) : undefined;
  const isMoved = ticket.department !== undefined && ticket.department !== department;
  return {
    department,
    rule,
    kind,
    category,
    unit: undefined,
    dispatchedAt: at,
    ...dutyElsewhere(ticket, department, district, at),
    ...limits,
    ...(isMoved && acceptedAnew(ticket, limits ?? ticket, setting)),
  };
};
