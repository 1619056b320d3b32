import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '#domain/errors.ts';
import { changeTicket } from '#domain/tickets/change-ticket.ts';
import type { Actor } from '#domain/tickets/circumstances.ts';
import type { Command } from '#domain/tickets/commands.ts';
import { nextMark } from '#domain/tickets/next-mark.ts';
import { MOST_ADDITIONS, Ticket } from '#domain/tickets/ticket.ts';
import { TicketEvent } from '#domain/tickets/ticket-event.ts';
import { Role } from '#domain/tickets/ticket-words.ts';
import { transitions } from '#domain/tickets/transitions.ts';
import { maySee } from '#domain/tickets/visibility.ts';
import { actors, changed, MONDAY_AT_TEN, opening, ticketIn } from '#test/unit/domain/new-ticket.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';

const circumstances = (actor: Actor, at = MONDAY_AT_TEN) => ({ at, actor, correlationId: 'c' });
const refusalOf = (ticket: Ticket, command: Command, actor: Actor): string | undefined => {
  try {
    changeTicket(ticket, command, smallDistrict, circumstances(actor));
    return undefined;
  } catch (error) {
    return (error as Refusal).code;
  }
};

describe('who may see a ticket', () => {
  const { received, dispatched } = ticketIn();

  it.each([
    ['the reporter', received, actors.resident, true],
    ['another resident', received, { role: 'resident', id: 'zhang' }, false],
    ['a resident without an account', received, { role: 'resident' }, false],
    ['no department before dispatch', received, actors.department, false],
    ['the department that it is with', dispatched, actors.department, true],
    ['another department', dispatched, { role: 'department', id: 'x', department: 'centre' }, false],
    ['a department without a name', received, { role: 'department', id: 'x' }, false],
    ['an agent', received, actors.agent, true],
    ['a supervisor', dispatched, actors.supervisor, true],
  ] as const)('%s', (_, ticket, actor, sees) => expect(maySee(ticket, actor)).toBe(sees));

  it('is told the same as of a number that does not exist when they may not', () => {
    expect(refusalOf(received, { action: 'add', text: 'x' }, { role: 'resident', id: 'zhang' })).toBe('ticket-unknown');
    expect(refusalOf(dispatched, { action: 'accept' }, { role: 'department', id: 'x', department: 'centre' })).toBe(
      'ticket-unknown',
    );
  });

  it('does not let a caller without an account be taken for another one without', () => {
    const { ticket } = opening({ reporterKey: undefined } as object);
    expect(ticket.reporter.key).toBeUndefined();
    expect(maySee(ticket, { role: 'resident' })).toBe(false);
  });
});

describe('dispatching', () => {
  it('names department and rule, and forgets the unit of the last one', () => {
    const { dispatched } = ticketIn();
    const assigned = changed(dispatched, { action: 'assign' }, 'system').ticket;
    expect(assigned.unit).toBe('water-town');
    const returned = changed(assigned, { action: 'return', reason: 'Not ours' }, 'department').ticket;
    const { ticket, event } = changed(returned, { action: 'dispatch', department: 'centre', rule: 'by-hand' }, 'agent');
    expect(ticket).toMatchObject({ department: 'centre', rule: 'by-hand', state: 'dispatched' });
    expect('unit' in ticket).toBe(false);
    expect(event).toMatchObject({
      type: 'dispatched',
      department: 'centre',
      rule: 'by-hand',
      version: 5,
      id: `${ticket.number}.5`,
    });
    expect(ticket.returns).toEqual([{ department: 'waterworks', reason: 'Not ours', at: MONDAY_AT_TEN }]);
  });

  it('reckons due dates anew when the kind is corrected, from intake on, and only then', () => {
    const { received } = ticketIn();
    const command = { action: 'dispatch', department: 'centre', rule: 'by-hand' } as const;
    const later = '2026-11-24T02:00:00.000Z';
    expect(changed(received, command, 'agent', later).ticket.schedule).toEqual(received.schedule);
    const corrected = changed(received, { ...command, kind: 'inquiry' }, 'agent', later).ticket;
    expect(corrected.schedule).toEqual(opening({ kind: 'inquiry' }).ticket.schedule);
    expect(corrected.schedule).not.toEqual(received.schedule);
  });

  it('refuses departments and categories that are not there', () => {
    const { received } = ticketIn();
    expect(refusalOf(received, { action: 'dispatch', department: 'navy', rule: 'x' }, actors.agent)).toBe('department-unknown');
    const command = { action: 'dispatch', department: 'centre', rule: 'x', category: 'ships' } as const;
    expect(refusalOf(received, command, actors.agent)).toBe('category-unknown');
  });
});

describe('what a unit is told', () => {
  const work = (intake: Parameters<typeof opening>[0]) => {
    const dispatched = changed(
      opening(intake).ticket,
      { action: 'dispatch', department: 'waterworks', rule: 'water' },
      'system',
    ).ticket;
    const { event } = changed(dispatched, { action: 'assign' }, 'system');
    if (event.type !== 'assigned') throw new Error(event.type);
    return event.work;
  };

  it('is the matter and a masked number', () => {
    expect(work({})).toMatchObject({ matter: 'Water runs down the stairs', reporterPhone: '138****5678', unit: 'water-town' });
    expect(JSON.stringify(work({}))).not.toContain('Li');
  });

  it('is nothing of who asked when they wished to be anonymous', () => {
    expect(work({ anonymous: true })).not.toHaveProperty('reporterPhone');
  });
});

it('a ticket takes as many additions as fit its row, then refuses', () => {
  let ticket = opening().ticket;
  for (let n = 0; n < MOST_ADDITIONS; n += 1) ticket = changed(ticket, { action: 'add', text: `More ${n}` }, 'resident').ticket;
  expect(refusalOf(ticket, { action: 'add', text: 'One more' }, actors.resident)).toBe('too-many-additions');
});

const texts = fc.constantFrom('one', 'two', 'three');
const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    action: fc.constant('dispatch' as const),
    department: fc.constantFrom('waterworks', 'centre', 'heatworks', 'navy'),
    rule: fc.constantFrom('water', 'by-hand'),
    kind: fc.constantFrom(undefined, 'inquiry' as const),
  }),
  fc.constant({ action: 'assign' as const }),
  fc.constant({ action: 'accept' as const }),
  fc.record({ action: fc.constant('return' as const), reason: texts }),
  fc.record({ action: fc.constant('resolve' as const), outcome: texts }),
  fc.record({ action: fc.constant('add' as const), text: texts }),
  fc.record({
    action: fc.constant('rate' as const),
    rating: fc.record({ solved: fc.boolean(), stars: fc.integer({ min: 1, max: 5 }) }),
  }),
  fc.record({
    action: fc.constant('card' as const),
    mark: fc.record({
      limit: fc.constantFrom('accept' as const, 'handle' as const),
      colour: fc.constantFrom('yellow' as const, 'red' as const, 'escalation' as const),
      at: fc.constant(MONDAY_AT_TEN),
    }),
  }),
);
/** Mostly by somebody who may, so that tickets get far; at times by another role or a stranger. */
const anyStep = fc
  .tuple(anyCommand, fc.option(fc.constantFrom(...Role.options), { freq: 8 }), fc.integer({ max: 9, min: 0 }))
  .map(([command, role, luck]) => ({ command, role: role ?? transitions[command.action].roles[0], stranger: luck === 0 }));

describe('whatever is done to a ticket, in whatever order', () => {
  it('keeps the laws of its life', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40, size: 'max' }), (steps) => {
        const born = opening();
        let ticket = born.ticket;
        const events = [born.event];
        for (const [n, { command, role, stranger }] of steps.entries()) {
          const at = new Date(Date.parse(MONDAY_AT_TEN) + n * 3_600_000).toISOString();
          const department = stranger ? 'police' : (ticket.department ?? 'waterworks');
          const actor =
            role === 'department' ? { role, id: 'x', department } : stranger ? { role, id: 'stranger' } : actors[role];
          const before = structuredClone(ticket);
          let change: ReturnType<typeof changeTicket>;
          try {
            change = changeTicket(ticket, command, smallDistrict, circumstances(actor, at));
          } catch (error) {
            expect(error).toBeInstanceOf(Refusal);
            continue;
          } finally {
            expect(ticket).toEqual(before);
          }
          if (change === 'already-done') continue;

          expect(change.seen).toEqual({ version: ticket.version, states: transitions[command.action].from });
          expect(change.seen?.states).toContain(ticket.state);
          expect((transitions[command.action].roles as readonly string[]).includes(role)).toBe(true);
          if (stranger) expect(['agent', 'supervisor', 'system']).toContain(role);
          ({ ticket } = change);
          events.push(change.event);
          // Told again at once, it has no second effect.
          expect(changeTicket(ticket, command, smallDistrict, circumstances(actor, at))).toBe('already-done');
        }
        reached.add(ticket.state);

        expect(Ticket.parse(ticket)).toEqual(ticket);
        expect(TicketEvent.array().parse(events)).toEqual(events);
        expect(events.map(({ version }) => version)).toEqual(events.map((_, n) => n + 1));
        expect(ticket.version).toBe(events.length);
        expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
        expect(new Set(ticket.cards.map(({ limit, colour }) => limit + colour)).size).toBe(ticket.cards.length);
        const types = events.map(({ type }) => type);
        const stopped = types.indexOf('resolved');
        if (stopped >= 0) {
          expect(types.lastIndexOf('resolved')).toBe(stopped);
          expect(types.slice(stopped).filter((type) => !['resolved', 'added', 'rated'].includes(type))).toEqual([]);
          expect(nextMark(ticket)).toBeUndefined();
          expect(ticket.resolvedAt).toBe(events[stopped]?.at);
        }
        expect(ticket.department === undefined).toBe(!types.includes('dispatched'));
        expect(types.filter((type) => type === 'returned').length).toBe(ticket.returns.length);
        expect(ticket.closedAt === undefined).toBe(ticket.state !== 'closed');
        expect(ticket.openedAt).toBe(MONDAY_AT_TEN);
      }),
      { numRuns: 600 },
    );
    expect([...reached].sort()).toEqual(['accepted', 'closed', 'dispatched', 'received', 'resolved', 'returned']);
  });
});
