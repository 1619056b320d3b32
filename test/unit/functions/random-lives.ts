import fc from 'fast-check';
import { TicketKind } from '#domain/district/kinds.ts';
import { plusMinutes } from '#domain/instant.ts';
import type { Change } from '#domain/tickets/change.ts';
import { changeTicket } from '#domain/tickets/change-ticket.ts';
import type { Actor } from '#domain/tickets/circumstances.ts';
import type { Command } from '#domain/tickets/commands.ts';
import { nextMark } from '#domain/tickets/next-mark.ts';
import { openTicket } from '#domain/tickets/open-ticket.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { ticketNumber } from '#domain/tickets/ticket-number.ts';
import { Channel } from '#domain/tickets/ticket-words.ts';
import type { FiguresSource, Recorded } from '#ports/figures.ts';
import type { Outcome } from '#test/adapters/memory/calls.ts';
import { memoryFiguresSource } from '#test/adapters/memory/figures-source.ts';
import { actors, leak } from '#test/unit/domain/new-ticket.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';

/** A Friday evening in the district, before a weekend and the end of a month. */
export const BEGINNING = '2026-11-27T09:02:00.000Z';
/** Indexes show what was written at the latest so many minutes after it was recorded. */
export const MOST_LAG = 8;

/** A change, and from when on the indexes show its event and its ticket. */
export interface Written {
  change: Change;
  eventShows: string;
  ticketShows: string;
}

const oneOf = <T>(choices: readonly T[], index: number): T => choices[index % choices.length] as T;
const ids = (all: readonly { id: string }[]): string[] => all.map(({ id }) => id);

const step = fc.record({
  after: fc.oneof(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 12_000 })),
  /** A call that was taken in while the table was away is recorded later than it happened. */
  late: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 300 }) }),
  eventLag: fc.integer({ min: 0, max: MOST_LAG }),
  ticketLag: fc.integer({ min: 0, max: MOST_LAG }),
  choice: fc.nat(1000),
  other: fc.nat(1000),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const life = fc.record({
  opened: fc.integer({ min: 0, max: 6000 }),
  kind: fc.constantFrom(...TicketKind.options),
  channel: fc.constantFrom(...Channel.options),
  category: fc.constantFrom(...ids(smallDistrict.categories)),
  area: fc.constantFrom(...ids(smallDistrict.areas)),
  urgent: fc.boolean(),
  answered: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
  steps: fc.array(step, { minLength: 1, maxLength: 9 }),
});
type Life = typeof life extends fc.Arbitrary<infer L> ? L : never;

/** Something that may be done to the ticket now, and by whom. */
const command = (ticket: Ticket, { choice, other }: Step): [Command, Actor] | undefined => {
  const department: Actor = { role: 'department', id: 'somebody', department: ticket.department ?? '' };
  const mark = nextMark(ticket);
  const card: [Command, Actor][] = mark ? [[{ action: 'card', mark }, actors.system]] : [];
  const dispatch: [Command, Actor] = [
    {
      action: 'dispatch',
      department: oneOf(ids(smallDistrict.departments), choice),
      rule: 'by-hand',
      ...(other % 3 === 0 && { kind: oneOf(TicketKind.options, other) }),
      ...(other % 4 === 0 && { category: oneOf(ids(smallDistrict.categories), other) }),
    },
    actors.agent,
  ];
  const reassign: [Command, Actor] = [{ ...dispatch[0], action: 'reassign' } as Command, actors.supervisor];
  const correct: [Command, Actor] = [
    {
      action: 'correct',
      reason: `Seen ${other}`,
      ...(choice % 2 === 0 && { kind: oneOf(TicketKind.options, other) }),
      ...(choice % 3 === 0 && { area: oneOf(ids(smallDistrict.areas), other) }),
      ...(choice % 5 === 0 && { category: oneOf(ids(smallDistrict.categories), other) }),
      urgent: other % 4 === 0,
    },
    actors.agent,
  ];
  const giveBack: [Command, Actor] = [{ action: 'return', reason: `No ${other}` }, department];
  const add: [Command, Actor] = [{ action: 'add', text: `More ${other}` }, actors.resident];
  const withdraw: [Command, Actor] = [{ action: 'withdraw' }, actors.resident];
  const beyond = [...card, withdraw];
  switch (ticket.state) {
    case 'received':
    case 'returned':
      return oneOf([dispatch, dispatch, correct, ...beyond], other);
    case 'dispatched':
      return oneOf(
        [[{ action: 'assign' }, actors.system], [{ action: 'accept' }, department], giveBack, add, reassign, correct, ...beyond],
        choice,
      );
    case 'accepted':
      return oneOf([[{ action: 'resolve', outcome: 'Done' }, department], giveBack, reassign, correct, ...beyond], choice);
    case 'resolved':
      return [{ action: 'rate', rating: { solved: other % 2 === 0, stars: 1 + (choice % 5) } }, actors.resident];
    case 'closed':
    case 'withdrawn':
      return undefined;
    default:
      return ticket.state satisfies never;
  }
};

const live = ({ opened, steps, answered, ...told }: Life, index: number): Written[] => {
  const [first, ...later] = steps as [Step, ...Step[]];
  const shows = (change: Change, { eventLag, ticketLag }: Step): Written => ({
    change,
    eventShows: plusMinutes(change.event.recordedAt, eventLag),
    ticketShows: plusMinutes(change.event.recordedAt, ticketLag),
  });
  const at = plusMinutes(BEGINNING, opened);
  const recordedAt = plusMinutes(at, first.late);
  const number = ticketNumber('LZ', at.slice(0, 10), index);
  const change = openTicket({ ...leak, ...told, ...(answered && { answer: 'So' }) }, number, smallDistrict, {
    at,
    recordedAt,
    actor: answered ? actors.agent : actors.resident,
    correlationId: 'test',
  });
  const written = [shows({ ...change, ticket: { ...change.ticket, reporter: { anonymous: false, key: 'user:li' } } }, first)];
  for (const next of later) {
    const { ticket, event } = written.at(-1)?.change ?? change;
    const [wanted, actor] = command(ticket, next) ?? [];
    if (!wanted || !actor) break;
    const soon = plusMinutes(event.recordedAt, next.after);
    const moment = wanted.action === 'card' && wanted.mark.at > soon ? wanted.mark.at : soon;
    const circumstances = { at: moment, recordedAt: plusMinutes(moment, next.late), actor, correlationId: 'test' };
    const changed = changeTicket(ticket, wanted, smallDistrict, circumstances);
    if (changed !== 'already-done') written.push(shows(changed, next));
  }
  return written;
};

/** Lives of some tickets, by what was written. */
export const lives: fc.Arbitrary<Written[]> = fc
  .array(life, { minLength: 1, maxLength: 10 })
  .map((all) => all.flatMap((one, index) => live(one, index)));

/** The tickets as they are at the end. */
export const ticketsOf = (written: readonly Written[]): Ticket[] => [
  ...new Map(written.map(({ change }) => [change.ticket.number, change.ticket])).values(),
];

/** A call that has ended, and from when on the indexes show that it was recorded, and how it ended. */
export interface EndedCall {
  outcome: Outcome;
  recordingShows: string;
  outcomeShows: string;
}

const endedCall = fc.record({
  startedAt: fc.integer({ min: 0, max: 6000 }),
  /** A call of which nobody was told that it ended is found out later, and one that was parked later still. */
  after: fc.oneof(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 0, max: 4000 })),
  connected: fc.boolean(),
  recordingLag: fc.integer({ min: 0, max: MOST_LAG }),
  outcomeLag: fc.integer({ min: 0, max: MOST_LAG }),
});

/** Calls that came in while those lives were lived. */
export const endedCalls: fc.Arbitrary<EndedCall[]> = fc.array(endedCall, { maxLength: 10 }).map((all) =>
  all.map(({ startedAt, after, connected, recordingLag, outcomeLag }, index) => {
    const recordedAt = plusMinutes(BEGINNING, startedAt + after);
    return {
      outcome: { id: `twilio:CA${index}`, startedAt: plusMinutes(BEGINNING, startedAt), recordedAt, connected },
      recordingShows: plusMinutes(recordedAt, recordingLag),
      outcomeShows: plusMinutes(recordedAt, outcomeLag),
    };
  }),
);

/** What the indexes show at a moment; the rows themselves are read as they were last written. */
export const sourceAt = (written: readonly Written[], now: () => string, calls: readonly EndedCall[] = []): FiguresSource => {
  const done = () => written.filter(({ change }) => change.event.recordedAt <= now());
  const shown = (recorded: readonly Recorded[]) => {
    const numbers = new Set(recorded.map(({ id }) => id.split('.')[0]));
    for (const { change, ticketShows } of done()) {
      if (change.event.version === 1 && ticketShows <= now()) numbers.add(change.ticket.number);
    }
    return ticketsOf(done()).filter(({ number }) => numbers.has(number));
  };
  const ended = (isShown: (call: EndedCall) => boolean) => ({
    endings: () => calls.filter((call) => call.outcome.recordedAt <= now() && isShown(call)).map(({ outcome }) => outcome),
  });
  const tickets = {
    allTickets: () => shown([]),
    allEvents: () => done().flatMap(({ change, eventShows }) => (eventShows <= now() ? [change.event] : [])),
  };
  return {
    recordedIn: memoryFiguresSource(
      tickets,
      ended(({ recordingShows }) => recordingShows <= now()),
    ).recordedIn,
    openedIn: (at, recorded = []) => {
      const known = new Set(recorded.map(({ id }) => id));
      const shownCalls = ended(({ outcome, outcomeShows }) => outcomeShows <= now() || known.has(`CALL#${outcome.id}`));
      return memoryFiguresSource({ ...tickets, allTickets: () => shown(recorded) }, shownCalls).openedIn(at);
    },
  };
};
