import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scheduleOf } from '#domain/district/limits.ts';
import { Refusal } from '#domain/errors.ts';
import { changeTicket } from '#domain/tickets/change-ticket.ts';
import type { Actor } from '#domain/tickets/circumstances.ts';
import type { Command } from '#domain/tickets/commands.ts';
import { nextMark } from '#domain/tickets/next-mark.ts';
import { factsAlone, TicketFacts, withSaid } from '#domain/tickets/said.ts';
import { Ticket } from '#domain/tickets/ticket.ts';
import { TicketEvent } from '#domain/tickets/ticket-event.ts';
import { saidIn } from '#domain/tickets/ticket-of-events.ts';
import { Role } from '#domain/tickets/ticket-words.ts';
import { transitions } from '#domain/tickets/transitions.ts';
import { actors, MONDAY_AT_TEN, opening } from '#test/unit/domain/new-ticket.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';

const circumstances = (actor: Actor, at = MONDAY_AT_TEN) => ({ at, actor, correlationId: 'c' });

const texts = fc.constantFrom('one', 'two', 'three');
const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    action: fc.constant('dispatch' as const),
    department: fc.constantFrom('waterworks', 'centre', 'heatworks', 'navy'),
    rule: fc.constantFrom('water', 'by-hand'),
    kind: fc.constantFrom(undefined, 'inquiry' as const),
  }),
  fc.record({
    action: fc.constant('reassign' as const),
    department: fc.constantFrom('waterworks', 'centre', 'navy'),
    rule: fc.constant('by-hand'),
    category: fc.constantFrom(undefined, 'heating' as const),
  }),
  fc.record({
    action: fc.constant('correct' as const),
    reason: texts,
    kind: fc.constantFrom(undefined, 'inquiry' as const, 'complaint' as const),
    category: fc.constantFrom(undefined, 'noise', 'heating', 'ships'),
    area: fc.constantFrom(undefined, 'lake', 'atlantis'),
    urgent: fc.constantFrom(undefined, true, false),
    danger: fc.constantFrom(undefined, 'danger' as const, 'doubt' as const, 'none' as const),
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

/** The limits by the rules: from the opening, but that of accepting from when another department got the ticket. */
const lawful = (ticket: Ticket): Ticket['schedule'] => {
  const whole = scheduleOf(smallDistrict, ticket);
  if (ticket.acceptFrom === undefined) return whole;
  const { accept, marks } = scheduleOf(smallDistrict, { ...ticket, openedAt: ticket.acceptFrom });
  const [ofHandling, ofAccepting] = [whole.marks.filter(isOf('handle')), marks.filter(isOf('accept'))];
  const inOrder = [...ofHandling, ...ofAccepting].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  return { accept, handle: whole.handle, marks: inOrder };
};
const isOf =
  (limit: 'accept' | 'handle') =>
  (mark: Ticket['schedule']['marks'][number]): boolean =>
    mark.limit === limit;

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
          if (!ticket.urgent) expect(ticket.schedule).toEqual(lawful(ticket));
          else if (before.urgent && ticket.acceptFrom === before.acceptFrom) expect(ticket.schedule).toEqual(before.schedule);
          else if (before.urgent) expect(ticket.schedule.handle).toEqual(before.schedule.handle);
          else expect(ticket.schedule.handle.at <= before.schedule.handle.at).toBe(true);
          if (ticket.danger?.outcome === 'danger') expect(ticket.urgent).toBe(true);
          events.push(change.event);
          // Told again at once, it has no second effect.
          expect(changeTicket(ticket, command, smallDistrict, circumstances(actor, at))).toBe('already-done');
        }
        reached.add(ticket.state);

        expect(Ticket().parse(ticket)).toEqual(ticket);
        // Its facts and its events are all of it, also when newer code has written something beside them.
        const facts = TicketFacts().parse({ ...factsAlone(ticket), mood: 'good' });
        expect(withSaid(facts, saidIn(events))).toEqual({ ...ticket, mood: 'good' });
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
        expect(ticket.department === undefined).toBe(!types.some((type) => type === 'dispatched' || type === 'reassigned'));
        expect(types.filter((type) => type === 'returned').length).toBe(ticket.returns.length);
        expect(ticket.closedAt === undefined).toBe(ticket.state !== 'closed');
        expect(ticket.openedAt).toBe(MONDAY_AT_TEN);
      }),
      { numRuns: 600 },
    );
    expect([...reached].sort()).toEqual(['accepted', 'closed', 'dispatched', 'received', 'resolved', 'returned']);
  });
});
