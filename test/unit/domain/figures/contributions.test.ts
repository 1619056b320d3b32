import { describe, expect, it } from 'vitest';
import { type Counts, cellOf } from '#domain/figures/cell.ts';
import {
  type Contribution,
  CountedTicket,
  contributionsIn,
  contributionsOfCall,
  type Dimension,
} from '#domain/figures/contributions.ts';
import { timesOf } from '#domain/figures/rates.ts';
import { factsAlone } from '#domain/tickets/said.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { changed, MONDAY_AT_TEN, opening, ticketIn } from '#test/unit/domain/new-ticket.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';

const contributionsOf = contributionsIn(smallDistrict);
const of = (ticket: Ticket, by: Dimension = 'all', value = 'all'): Contribution['cell'] | undefined =>
  contributionsOf(CountedTicket().parse(factsAlone(ticket))).find((one) => one.by === by && one.value === value)?.cell;

/** The counts that are not 0. */
const counted = (ticket: Ticket, by?: Dimension, value?: string): Partial<Counts> =>
  Object.fromEntries(Object.entries(of(ticket, by, value)?.counts ?? {}).filter(([, count]) => count !== 0));

const tickets = ticketIn();
const TUESDAY_AT_TEN = '2026-11-24T02:00:00.000Z';
const IN_A_MONTH = '2026-12-23T02:00:00.000Z';

describe('what a ticket counts as', () => {
  it('follows its state', () => {
    expect(counted(tickets.received)).toEqual({ received: 1 });
    expect(counted(tickets.dispatched)).toEqual({ received: 1, dispatched: 1 });
    expect(counted(tickets.accepted)).toEqual({ received: 1, dispatched: 1, accepted: 1 });
    expect(counted(tickets.returned)).toEqual({ received: 1, dispatched: 1, returned: 1 });
    const resolved = { received: 1, dispatched: 1, accepted: 1, completedOnTime: 1 };
    expect(counted(tickets.resolved)).toEqual(resolved);
    expect(counted(tickets.closed)).toEqual({ ...resolved, rated: 1, satisfied: 1, solved: 1, closed: 1 });
  });

  it('answered at intake is not dispatched, so it is in no completion', () => {
    const { ticket } = opening({ answer: 'The office opens at nine' });
    expect(counted(ticket)).toEqual({ received: 1, answeredDirectly: 1 });
    expect(of(ticket)?.times).toEqual(cellOf({}).times);
  });

  it('closed is not solved, and three stars satisfy only where the district says so', () => {
    const { ticket } = changed(tickets.resolved, { action: 'rate', rating: { solved: false, stars: 3 } }, 'resident');
    const { rated, satisfied, solved, unsolved, closed } = of(ticket)?.counts ?? {};
    expect([rated, satisfied, solved, unsolved, closed]).toEqual([1, 0, 0, 1, 1]);
    const generous = contributionsIn({ ...smallDistrict, satisfiedFromStars: 3 })(CountedTicket().parse(factsAlone(ticket)));
    expect(generous[0]?.cell.counts.satisfied).toBe(1);
  });

  it('on time is up to the very moment of the limit, late is after it', () => {
    const { at } = tickets.accepted.schedule.handle;
    const resolve = (moment: string) =>
      counted(changed(tickets.accepted, { action: 'resolve', outcome: 'Mended' }, 'department', moment).ticket);
    expect(resolve(at)).toMatchObject({ completedOnTime: 1 });
    expect(resolve(at)).not.toHaveProperty('overdue');
    expect(resolve(at.replace('.000Z', '.001Z'))).toMatchObject({ completedLate: 1, overdue: 1 });
  });

  it('overdue and not resolved is unsolved; inside its limit it is neither', () => {
    expect(counted(tickets.accepted)).not.toHaveProperty('unsolved');
    const red = tickets.accepted.schedule.marks.find(({ limit, colour }) => limit === 'handle' && colour === 'red');
    if (!red) throw new Error('no red card');
    const carded = changed(tickets.accepted, { action: 'card', mark: red }, 'system', red.at).ticket;
    expect(counted(carded)).toEqual({ received: 1, dispatched: 1, accepted: 1, overdue: 1, unsolved: 1 });
    const resolved = changed(carded, { action: 'resolve', outcome: 'Mended' }, 'department', IN_A_MONTH).ticket;
    expect(counted(resolved)).toEqual({ received: 1, dispatched: 1, accepted: 1, overdue: 1, completedLate: 1 });
  });

  it('yellow cards and those for accepting do not make it overdue', () => {
    const { marks } = tickets.dispatched.schedule;
    const cards = marks.filter(({ limit, colour }) => limit === 'accept' || colour === 'yellow');
    expect(cards).toHaveLength(2);
    expect(counted({ ...tickets.dispatched, cards })).toEqual({ received: 1, dispatched: 1 });
  });

  it('a card of the limit before its kind was corrected does not make it overdue', () => {
    const inquiry = opening({ kind: 'inquiry', category: 'noise' }).ticket;
    const red = inquiry.schedule.marks.find(({ limit, colour }) => limit === 'handle' && colour === 'red');
    if (!red) throw new Error('no red card');
    const carded = changed(inquiry, { action: 'card', mark: red }, 'system', red.at).ticket;
    const command = { action: 'dispatch', department: 'centre', rule: 'by-hand', kind: 'complaint' } as const;
    expect(counted(changed(carded, command, 'agent', red.at).ticket)).toEqual({ received: 1, dispatched: 1 });
    expect(counted(changed(carded, { ...command, kind: 'inquiry' }, 'agent', red.at).ticket)).toMatchObject({ overdue: 1 });
  });

  it('measures from its opening: working time and the clock on the wall', () => {
    const accepted = changed(tickets.dispatched, { action: 'accept' }, 'department', '2026-11-23T03:00:00.000Z').ticket;
    const { ticket } = changed(accepted, { action: 'resolve', outcome: 'Mended' }, 'department', TUESDAY_AT_TEN);
    const { accept, resolve } = timesOf(of(ticket)?.times ?? cellOf({}).times);
    const near = (minutes: number | null, right: number) => expect(Math.abs((minutes ?? 0) - right) / right).toBeLessThan(0.051);
    near(accept.working.p50, 60);
    near(accept.wallClock.p50, 60);
    near(resolve.working.p50, 120 + 240 + 90);
    near(resolve.wallClock.p50, 24 * 60);
  });
});

describe('where a ticket counts', () => {
  const values = (ticket: Ticket) =>
    contributionsOf(CountedTicket().parse(factsAlone(ticket))).map(({ by, value }) => `${by} ${value}`);

  it('once in the total, its kind and channel; in its area and category and all above them', () => {
    const { ticket } = opening({ area: 'lake-1' });
    expect(values(ticket)).toEqual([
      'all all',
      ...['area lake-1', 'area lake', 'area north', 'area small'],
      ...['category water-leak', 'category water', 'kind help', 'channel app'],
    ]);
  });

  it('in an area that the district no longer has, by its old name', () => {
    expect(values({ ...opening().ticket, area: 'gone' })).toContain('area gone');
  });

  it('in its department and the unit that has it', () => {
    const { ticket } = changed(tickets.dispatched, { action: 'assign' }, 'system');
    expect(counted(ticket, 'department', 'waterworks')).toEqual({ received: 1, dispatched: 1 });
    expect(counted(ticket, 'unit', 'water-town')).toEqual({ received: 1, dispatched: 1 });
  });

  it('returned: for its department, not for the unit, and once in the total', () => {
    const assigned = changed(tickets.dispatched, { action: 'assign' }, 'system').ticket;
    const returned = changed(assigned, { action: 'return', reason: 'Not ours' }, 'department').ticket;
    expect(counted(returned, 'department', 'waterworks')).toEqual({ received: 1, dispatched: 1, returned: 1 });
    expect(of(returned, 'unit', 'water-town')).toBeUndefined();

    const again = changed(returned, { action: 'dispatch', department: 'centre', rule: 'by-hand' }, 'agent').ticket;
    const { ticket } = changed(again, { action: 'assign' }, 'system');
    expect(counted(ticket, 'department', 'waterworks')).toEqual({ received: 1, dispatched: 1, returned: 1 });
    expect(counted(ticket, 'department', 'centre')).toEqual({ received: 1, dispatched: 1 });
    expect(counted(ticket, 'unit', 'desk-south')).toEqual({ received: 1, dispatched: 1 });
    expect(counted(ticket)).toEqual({ received: 1, dispatched: 1, returned: 1 });
  });

  it('returned and dispatched to the same department again, once there', () => {
    const again = changed(tickets.returned, { action: 'dispatch', department: 'waterworks', rule: 'by-hand' }, 'agent').ticket;
    expect(values(again).filter((value) => value.startsWith('department'))).toEqual(['department waterworks']);
    expect(counted(again, 'department', 'waterworks')).toEqual({ received: 1, dispatched: 1, returned: 1 });
  });

  it('taken from its department: there its dispatch alone, all else for the one that has it now', () => {
    const assigned = changed(tickets.dispatched, { action: 'assign' }, 'system').ticket;
    const accepted = changed(assigned, { action: 'accept' }, 'department').ticket;
    const taken = changed(accepted, { action: 'reassign', department: 'centre', rule: 'by-hand' }, 'supervisor').ticket;
    expect(values(taken).filter((value) => /^(department|unit) /.test(value))).toEqual([
      'department waterworks',
      'department centre',
    ]);
    expect(counted(taken, 'department', 'waterworks')).toEqual({ received: 1, dispatched: 1 });
    expect(counted(taken, 'department', 'centre')).toEqual({ received: 1, dispatched: 1 });
    expect(counted(taken)).toEqual({ received: 1, dispatched: 1 });
    expect(of(taken)?.times).toEqual(cellOf({}).times);

    const back = changed(taken, { action: 'reassign', department: 'waterworks', rule: 'by-hand' }, 'supervisor').ticket;
    const again = changed(back, { action: 'accept' }, 'department').ticket;
    const { ticket } = changed(again, { action: 'resolve', outcome: 'Mended' }, 'department');
    const whole = { received: 1, dispatched: 1, accepted: 1, completedOnTime: 1 };
    expect([counted(ticket), counted(ticket, 'department', 'waterworks')]).toEqual([whole, whole]);
    expect(counted(ticket, 'department', 'centre')).toEqual({ received: 1, dispatched: 1 });
    expect(values(ticket).filter((value) => value.startsWith('department'))).toEqual([
      'department centre',
      'department waterworks',
    ]);
  });

  it('returned by one department and later given away by a supervisor: a return stays a return', () => {
    const given = changed(tickets.returned, { action: 'reassign', department: 'centre', rule: 'by-hand' }, 'supervisor').ticket;
    expect(given.takenFrom).toBeUndefined();
    expect(counted(given, 'department', 'waterworks')).toEqual({ received: 1, dispatched: 1, returned: 1 });
  });

  it('accepted, returned and dispatched to another: the other has not accepted it', () => {
    const returned = changed(tickets.accepted, { action: 'return', reason: 'Not ours' }, 'department').ticket;
    const { ticket } = changed(returned, { action: 'dispatch', department: 'centre', rule: 'by-hand' }, 'agent', MONDAY_AT_TEN);
    expect(counted(ticket, 'department', 'centre')).toEqual({ received: 1, dispatched: 1 });
    expect(of(ticket)?.times).toEqual(cellOf({}).times);
  });
});

describe('what a call counts as', () => {
  it.each([
    [true, { calls: 1, connected: 1 }],
    [false, { calls: 1 }],
  ])('connected: %j, in the total and under the channel phone, and nowhere else', (connected, counts) => {
    const cell = cellOf(counts);
    expect(contributionsOfCall({ openedAt: MONDAY_AT_TEN, connected })).toEqual([
      { by: 'all', value: 'all', cell },
      { by: 'channel', value: 'phone', cell },
    ]);
  });

  it('no ticket is a call, though it was filed by phone', () => {
    const { ticket } = opening({ channel: 'phone' });
    expect([counted(ticket), counted(ticket, 'channel', 'phone')]).toEqual([{ received: 1 }, { received: 1 }]);
  });
});
