import { describe, expect, it } from 'vitest';
import type { Refusal } from '#domain/errors.ts';
import { changeTicket } from '#domain/tickets/change-ticket.ts';
import type { Actor } from '#domain/tickets/circumstances.ts';
import type { Command } from '#domain/tickets/commands.ts';
import { MOST_ADDITIONS, type Ticket } from '#domain/tickets/ticket.ts';
import { maySee } from '#domain/tickets/visibility.ts';
import { workItem } from '#domain/tickets/work-item.ts';
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
    return workItem(dispatched, 'waterworks', event.unit);
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
