import * as z from 'zod';
import { DueDate } from '#domain/district/schedule.ts';
import { GoneId, goneFrom } from '#domain/district/standing-ids.ts';
import { once } from '#domain/once.ts';
import { NOT_REACHED } from '#domain/telephone/not-reached.ts';
import { freeText } from '#domain/text/free-text.ts';
import { reference } from '#domain/text/reference.ts';
import { toAcceptAgain } from '#domain/tickets/duty.ts';
import type { DutyCalls } from '#domain/tickets/duty-calls.ts';
import { HistoryLine, historyFor, StaffHistoryLine } from '#domain/tickets/history.ts';
import { offeredTo } from '#domain/tickets/offered.ts';
import { Contact, Ticket } from '#domain/tickets/ticket.ts';
import { TicketNames, ticketNames } from '#domain/tickets/ticket-names.ts';
import { TicketSummary } from '#domain/tickets/ticket-summary.ts';
import { asReadBy, excerptReadBy, mayKnowReporter } from '#domain/tickets/visibility.ts';
import { type Reader, viewerOf } from './reader.ts';
import { wholeNumber } from './whole-number.ts';

/** What stands beside the ids of every ticket that is shown. */
const Beside = once(() => ({
  names: TicketNames(),
  actions: z.array(z.string()).describe('The commands that who reads this may give now; actions.json says how.'),
  gone: z.array(GoneId).optional().describe('Which of these ids the district no longer has.'),
}));

/** Names, actions, and what is gone, for a reader. */
const besideOf = (ticket: Parameters<typeof ticketNames>[0] & Parameters<typeof offeredTo>[1], reader: Reader) => ({
  names: ticketNames(ticket, reader.district, reader.language),
  actions: offeredTo(reader.role, ticket),
  ...goneFrom(reader.district, ticket),
});

/** A ticket as its reporter sees it: all of it but what the hotline keeps for its own work. */
export const TicketView = once(() =>
  z.object({
    ...Ticket().pick({
      number: true,
      state: true,
      kind: true,
      category: true,
      channel: true,
      matter: true,
      area: true,
      place: true,
      urgent: true,
      openedAt: true,
      department: true,
      unit: true,
      outcome: true,
      additions: true,
      rating: true,
      dispatchedAt: true,
      acceptedAt: true,
      resolvedAt: true,
      closedAt: true,
      answeredDirectly: true,
    }).shape,
    acceptBy: DueDate,
    handleBy: DueDate,
    history: z.array(HistoryLine()).describe('What happened, the oldest first.'),
    ...Beside(),
  }),
);
export type TicketView = z.infer<ReturnType<typeof TicketView>>;

/** A ticket as the desk and its department see it: also how it was routed, its cards, and the masked number. */
export const StaffTicketView = once(() =>
  TicketView().extend({
    ...Ticket().pick({ version: true, rule: true, cards: true, returns: true, recording: true }).shape,
    ...Ticket().pick({ sorting: true, danger: true, reporterCalls: true, duty: true }).shape,
    history: z.array(StaffHistoryLine()).describe('What happened, and who did it, the oldest first.'),
    anonymous: z.boolean(),
    /** 保密: who asked, and how they sounded, is a supervisor's to know. */
    confidential: z.boolean().optional(),
    reporterPhone: z.string().optional(),
    /** Only for agents and supervisors, and only when one ticket is read. */
    contact: Contact.optional(),
    notRung: z.enum(NOT_REACHED).optional().describe('Why the hotline does not ring this number, and nobody of the desk should.'),
  }),
);
export type StaffTicketView = z.infer<ReturnType<typeof StaffTicketView>>;

/** The reporter's view of a ticket. What is not in it is stripped here already: an answer may also be the staff's view. */
export const ticketView = (ticket: Ticket, reader: Reader): TicketView =>
  TicketView().parse({
    ...ticket,
    acceptBy: ticket.schedule.accept,
    handleBy: ticket.schedule.handle,
    history: historyFor(ticket, 'reporter', reader),
    ...besideOf({ ...ticket, ...(toAcceptAgain(ticket) && { toAcceptAgain: true }) }, reader),
  });

/** What is told of duty without other tickets: they may be another department's, and of one reporter who must not be known. */
const ofThisTicketAlone = (duty: DutyCalls): DutyCalls => ({
  ...duty,
  steps: duty.steps.map(({ also: _, more: __, with: ___, ...step }) => step),
});

/** The staff's view; whoever may not know who asked sees not even a masked number, also in what was said, and no recording of their voice. */
export const staffTicketView = (ticket: Ticket, reader: Reader, contact?: Contact): StaffTicketView => {
  const viewer = viewerOf(reader);
  const readable = asReadBy(ticket, viewer);
  const { reporter, recording, version, rule, cards, returns, sorting, danger, reporterCalls, duty } = readable;
  const { maskedPhone, anonymous, confidential } = reporter;
  const mayKnow = mayKnowReporter(ticket, viewer);
  return {
    ...ticketView(readable, reader),
    history: historyFor(readable, viewer, reader),
    version,
    rule,
    cards,
    returns,
    anonymous,
    ...(confidential && { confidential }),
    ...(sorting && { sorting }),
    ...(danger && { danger }),
    ...(duty && { duty: viewer === 'supervisor' ? duty : ofThisTicketAlone(duty) }),
    ...(reporterCalls && viewer !== 'department' && { reporterCalls }),
    ...(mayKnow && recording !== undefined && { recording }),
    ...(mayKnow && maskedPhone !== undefined && { reporterPhone: maskedPhone }),
    ...(mayKnow && contact && viewer !== 'department' && { contact }),
  };
};

/** The number in a path, as a person types it; the handler reads it by its check digit. */
export const NumberInPath = once(() => z.strictObject({ number: freeText({ min: 0, max: 80 }) }));
export const DepartmentInPath = once(() => z.strictObject({ department: reference({ max: 40 }) }));
export const DepartmentAndNumberInPath = once(() => DepartmentInPath().extend(NumberInPath().shape));

/** One page of a list; the cursor is absent on the last. */
export const pageOf = <V extends z.ZodObject>(view: V) =>
  z.object({
    tickets: z.array(view.extend(Beside())),
    cursor: z.string().optional(),
    unreadable: z.int().optional().describe('So many tickets of this page could not be read, and are not shown.'),
  });

/**
 * Shows a page of tickets to somebody as the body of an answer; what a ticket may not show there is stripped by the contract.
 * A reporter reads their own words whole.
 */
export const pageView = (
  { items, cursor, unreadable }: { items: TicketSummary[]; cursor?: string | undefined; unreadable: number },
  reader: Reader,
) => ({
  tickets: items.map((item) => ({
    ...item,
    excerpt: reader.role === 'resident' ? item.excerpt : excerptReadBy(item, viewerOf(reader)),
    ...besideOf(item, reader),
  })),
  ...(cursor !== undefined && { cursor }),
  ...(unreadable > 0 && { unreadable }),
});

/** A ticket in a list of the staff's. The key of a telephone, and who may read what, are the hotline's own. */
export const StaffTicketSummary = once(() =>
  TicketSummary().omit({ phoneKey: true, secrecy: true, toAcceptAgain: true, stood: true }),
);

/** A ticket in a list of its reporter's: the hotline's own work on it is not shown. */
export const OwnTicketSummary = once(() => StaffTicketSummary().omit({ version: true, danger: true, cards: true }));

/** How lists are paged: `limit` tickets, beginning behind `cursor`. */
export const Paging = once(() => ({
  limit: wholeNumber(1, 100).default(20).meta({ description: 'So many tickets at most.', default: 20 }),
  cursor: reference({ max: 2000 }).optional().describe('The cursor of the page before; without it the list begins.'),
}));

/** A telephone number as people write it. What is kept and shown is E.164; the operation reads it, as it knows the district. */
export const WrittenPhone = once(() =>
  freeText({
    max: 40,
    description: 'With the country code (+8613800000000), or as it is dialled in the district; without an extension.',
  }),
);
