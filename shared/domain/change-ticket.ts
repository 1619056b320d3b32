import { calendarOf } from './calendar.ts';
import type { District } from './district.ts';
import { Refusal } from './errors.ts';
import { scheduleOf } from './limits.ts';
import type { Circumstances } from './open-ticket.ts';
import { chooseUnit } from './routing.ts';
import { type Mark, MOST_ADDITIONS, type Rating, type Ticket } from './ticket.ts';
import type { Actor, Change, TicketEvent, WorkItem } from './ticket-event.ts';
import type { TicketKind } from './ticket-words.ts';
import { transitions } from './transitions.ts';

/** What can be done to a ticket that exists; the action's name is its row in the transitions. */
export type Command =
  | { action: 'dispatch'; department: string; rule: string; kind?: TicketKind | undefined; category?: string | undefined }
  | { action: 'assign' }
  | { action: 'accept' }
  | { action: 'return'; reason: string }
  | { action: 'resolve'; outcome: string }
  | { action: 'add'; text: string }
  | { action: 'rate'; rating: Rating }
  | { action: 'card'; mark: Mark }
  | { action: 'record'; recording: string }
  | { action: 'ring-reporter'; attempt: number }
  | { action: 'put-off-reporter'; attempt: number }
  | { action: 'leave-reporter' };

/** Type and details of the event, and what becomes of the ticket apart from its state and version. */
type Effect = [event: EventDetails, changes: Partial<Ticket>];
type EventDetails = TicketEvent extends infer E ? (E extends TicketEvent ? Omit<E, keyof Common> : never) : never;
type Common = Pick<
  TicketEvent,
  'id' | 'number' | 'version' | 'at' | 'recordedAt' | 'openedAt' | 'actor' | 'correlationId' | 'department'
>;

/**
 * Whether this ticket is one that the actor may know of: a resident's own, a department's present one, any for staff.
 * Whoever may not is told the same as for a number that does not exist.
 */
export const maySee = (ticket: Ticket, actor: Actor): boolean => {
  if (actor.role === 'resident') return actor.id !== undefined && ticket.reporter.key === reporterKey(actor.id);
  if (actor.role === 'department') return actor.department !== undefined && ticket.department === actor.department;
  return true;
};

/** How a ticket names the account of its reporter. */
export const reporterKey = (subject: string): string => `user:${subject}`;

type Dispatch = Extract<Command, { action: 'dispatch' }>;

/** A dispatch may also say that the matter is of another kind or about something else. */
const corrects = (ticket: Ticket, { kind = ticket.kind, category = ticket.category }: Dispatch): boolean =>
  kind !== ticket.kind || category !== ticket.category;

/** The command was already carried out, so that telling it twice changes nothing. */
const isRepeat = (ticket: Ticket, command: Command): boolean => {
  switch (command.action) {
    case 'dispatch':
      return (
        ticket.state === 'dispatched' &&
        ticket.department === command.department &&
        ticket.rule === command.rule &&
        !corrects(ticket, command)
      );
    case 'assign':
      return ticket.unit !== undefined;
    case 'accept':
      // Work that is delivered once more after it was done must not be a mistake of the department.
      return ['accepted', 'resolved', 'closed'].includes(ticket.state);
    case 'return':
      return ticket.state === 'returned' && ticket.returns.at(-1)?.reason === command.reason;
    case 'resolve':
      return ['resolved', 'closed'].includes(ticket.state) && ticket.outcome === command.outcome;
    case 'add':
      return ticket.additions.some(({ text }) => text === command.text);
    case 'rate': {
      const { solved, stars, comment } = ticket.rating ?? {};
      return solved === command.rating.solved && stars === command.rating.stars && comment === command.rating.comment;
    }
    case 'card':
      return ticket.cards.some(({ limit, colour }) => limit === command.mark.limit && colour === command.mark.colour);
    case 'record':
      // The first one that was named stays: it is what the caller was asked to leave.
      return ticket.recording !== undefined;
    case 'ring-reporter':
      return (ticket.reporterCalls?.tries.length ?? 0) >= command.attempt;
    case 'put-off-reporter':
      return (ticket.reporterCalls?.tries.length ?? 0) < command.attempt;
    case 'leave-reporter':
      return ticket.reporterCalls?.unreached === true;
  }
};

/** When a call that the phone provider did not take is tried again. */
const PUT_OFF_MINUTES = 15;

/** Whether the hotline rings the reporter once the matter is resolved: they have a number and no app, and nobody else may pick up. */
const isAskedByPhone = ({ reporter }: Ticket): boolean =>
  reporter.key === undefined && reporter.maskedPhone !== undefined && reporter.confidential !== true;

/** What a unit is told: nothing that names the reporter, and not even a masked number of one who asked to be hidden. */
const workItem = (ticket: Ticket, department: string, unit: string): WorkItem => {
  const { number, kind, category, matter, recording, area, place, urgent, openedAt, schedule, reporter } = ticket;
  return {
    ...{ number, kind, category, matter, area, urgent, department, unit, openedAt },
    ...{ acceptBy: schedule.accept, handleBy: schedule.handle },
    // A voice names its owner.
    ...(recording !== undefined && !reporter.anonymous && { recording }),
    ...(place !== undefined && { place }),
    ...(reporter.maskedPhone !== undefined && !reporter.anonymous && { reporterPhone: reporter.maskedPhone }),
  };
};

const dispatch = (ticket: Ticket, command: Dispatch, district: District, at: string): Effect => {
  const { department, rule, kind = ticket.kind, category = ticket.category } = command;
  if (!district.departments.some(({ id }) => id === department)) throw new Refusal('department-unknown');
  if (!district.categories.some(({ id }) => id === category)) throw new Refusal('category-unknown');
  const about = { kind, category, urgent: ticket.urgent, openedAt: ticket.openedAt };
  return [
    { type: 'dispatched', rule },
    {
      department,
      rule,
      kind,
      category,
      unit: undefined,
      dispatchedAt: at,
      ...(corrects(ticket, command) && { schedule: scheduleOf(district, about) }),
    },
  ];
};

const effectOf = (ticket: Ticket, command: Command, district: District, at: string): Effect => {
  switch (command.action) {
    case 'dispatch':
      return dispatch(ticket, command, district, at);
    case 'assign': {
      const department = district.departments.find(({ id }) => id === ticket.department);
      if (!department) throw new Refusal('department-unknown');
      const unit = chooseUnit(department, district, ticket.area).id;
      return [{ type: 'assigned', work: workItem(ticket, department.id, unit) }, { unit }];
    }
    case 'accept':
      return [{ type: 'accepted' }, { acceptedAt: at }];
    case 'return': {
      const { reason } = command;
      return [
        { type: 'returned', reason },
        { returns: [...ticket.returns, { department: ticket.department ?? '', reason, at }] },
      ];
    }
    case 'resolve':
      return [
        { type: 'resolved', outcome: command.outcome },
        {
          outcome: command.outcome,
          resolvedAt: at,
          ...(isAskedByPhone(ticket) && { reporterCalls: { tries: [], nextAt: calendarOf(district).nextWorkingTime(at).at } }),
        },
      ];
    case 'add':
      if (ticket.additions.length >= MOST_ADDITIONS) throw new Refusal('too-many-additions');
      return [{ type: 'added', text: command.text }, { additions: [...ticket.additions, { text: command.text, at }] }];
    case 'rate':
      return [
        { type: 'rated', rating: command.rating },
        { rating: { ...command.rating, at }, closedAt: at },
      ];
    case 'card':
      return [{ type: 'carded', mark: command.mark }, { cards: [...ticket.cards, command.mark] }];
    case 'record':
      return [{ type: 'recorded', recording: command.recording }, { recording: command.recording }];
    case 'ring-reporter': {
      const nextAt = calendarOf(district).plusWorkingMinutes(at, district.phone.askReporter.everyWorkingMinutes).at;
      const tries = [...(ticket.reporterCalls?.tries ?? []), at];
      return [{ type: 'reporter-rung', attempt: command.attempt }, { reporterCalls: { tries, nextAt } }];
    }
    case 'put-off-reporter': {
      // The telephone did not ring at all: it was no try.
      const nextAt = calendarOf(district).plusWorkingMinutes(at, PUT_OFF_MINUTES).at;
      const tries = ticket.reporterCalls?.tries.slice(0, command.attempt - 1) ?? [];
      return [{ type: 'reporter-put-off', attempt: command.attempt }, { reporterCalls: { tries, nextAt } }];
    }
    case 'leave-reporter':
      return [{ type: 'reporter-unreached' }, { reporterCalls: { tries: ticket.reporterCalls?.tries ?? [], unreached: true } }];
  }
};

/**
 * Carries a command out on a ticket: gives the change to write, or `already-done` when the ticket shows that it was
 * carried out before. Throws a Refusal: `role-not-allowed`, `ticket-unknown` (also for a ticket that the actor may not
 * see), `state-not-allowed`, or what the command itself refuses.
 */
export const changeTicket = (
  ticket: Ticket,
  command: Command,
  district: District,
  { at, recordedAt = at, actor, correlationId }: Circumstances,
): Change | 'already-done' => {
  const transition = transitions[command.action];
  if (!(transition.roles as readonly string[]).includes(actor.role)) throw new Refusal('role-not-allowed');
  if (!maySee(ticket, actor)) throw new Refusal('ticket-unknown');
  if (isRepeat(ticket, command)) return 'already-done';
  const states: readonly Ticket['state'][] = transition.from;
  if (!states.includes(ticket.state)) throw new Refusal('state-not-allowed');

  const [details, changes] = effectOf(ticket, command, district, at);
  const { number, openedAt } = ticket;
  const version = ticket.version + 1;
  const state = transition.to === 'unchanged' ? ticket.state : transition.to;
  const after = withoutAbsent({ ...ticket, ...changes, state, version });
  return {
    seen: { version: ticket.version, states },
    ticket: after,
    event: {
      ...details,
      ...{ id: `${number}.${version}`, number, version, at, recordedAt, openedAt, actor, correlationId },
      ...(after.department !== undefined && { department: after.department }),
    } as TicketEvent,
  };
};

/** A field that was set to undefined is gone, as it will be in the row. */
const withoutAbsent = (ticket: Partial<Ticket>): Ticket =>
  Object.fromEntries(Object.entries(ticket).filter(([, value]) => value !== undefined)) as Ticket;
