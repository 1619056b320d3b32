import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { staffTicketView, ticketView } from '#contracts/http/ticket-view.ts';
import type { District } from '#domain/district/district.ts';
import type { Change } from '#domain/tickets/change.ts';
import { type Command, type CommandName, commands } from '#domain/tickets/commands.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import type { TicketEvent } from '#domain/tickets/ticket-event.ts';
import { saidIn } from '#domain/tickets/ticket-of-events.ts';
import type { Role } from '#domain/tickets/ticket-words.ts';
import { changed, opening, sampleOf, ticketIn } from '#test/unit/domain/new-ticket.ts';
import { readerAs } from '#test/unit/domain/readers.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';
import { lives, ticketsOf, type Written } from '#test/unit/functions/random-lives.ts';

const minute = (minutes: number): string => new Date(Date.parse('2026-11-23T02:00:00.000Z') + minutes * 60_000).toISOString();
const eventsOf = (written: readonly Written[], { number }: Ticket): TicketEvent[] =>
  written.map(({ change }) => change.event).filter((event) => event.number === number);
const asStaff = (ticket: Ticket, role: 'agent' | 'supervisor' | 'department', district?: District) =>
  staffTicketView(ticket, readerAs(role, district)).history;
const asReporter = (ticket: Ticket) => ticketView(ticket, readerAs('resident')).history;
const nameOf = (id: string) => smallDistrict.departments.find((one) => one.id === id)?.name ?? id;

describe('the history of a ticket that lived in any way', () => {
  it('has a line for each event, in their order, and the same when it is read again from them', () => {
    fc.assert(
      fc.property(lives, (written) => {
        for (const ticket of ticketsOf(written)) {
          const events = eventsOf(written, ticket);
          expect(saidIn(events).history).toEqual(ticket.history);
          const lines = asStaff(ticket, 'supervisor');
          expect(lines.map(({ what, at, by }) => [what, at, by.role])).toEqual(
            events.map(({ type, at, actor }) => [type, at, actor.role]),
          );
          expect(lines.map(({ department }) => department?.name)).toEqual(
            events.map(({ department }) => department && nameOf(department)),
          );
          expect(asStaff(ticket, 'agent')).toEqual(lines);
        }
      }),
    );
  });

  it('says to a department of others only that they returned it, and why', () => {
    let seen = 0;
    fc.assert(
      fc.property(lives, (written) => {
        for (const ticket of ticketsOf(written)) {
          if (ticket.department === undefined) continue;
          const lines = asStaff(ticket, 'department');
          const others = smallDistrict.departments.filter(({ id }) => id !== ticket.department);
          const ofOthers = lines.filter((line) => others.some(({ name }) => JSON.stringify(line).includes(name)));
          seen += ofOthers.length;
          expect(new Set(ofOthers.map(({ what }) => what))).toEqual(new Set(ofOthers.length > 0 ? ['returned'] : []));
          // Its own times are whole, and so are all returns, which it reads as `returns`, too.
          const own = eventsOf(written, ticket).filter(({ department }) => department === ticket.department);
          expect(lines.filter(({ what }) => what === 'dispatched' || what === 'accepted').map(({ at }) => at)).toEqual(
            own.filter(({ type }) => type === 'dispatched' || type === 'accepted').map(({ at }) => at),
          );
          expect(lines.filter(({ what }) => what === 'returned').map(({ words }) => words)).toEqual(
            ticket.returns.map(({ reason }) => reason),
          );
          for (const { by, department } of lines)
            if (by.account !== undefined) expect([by.role, department?.name]).toEqual(['department', nameOf(ticket.department)]);
        }
      }),
    );
    expect(seen).toBeGreaterThan(0);
  });

  it('says to its reporter what they may see, without reasons and without names of people', () => {
    fc.assert(
      fc.property(lives, (written) => {
        for (const ticket of ticketsOf(written)) {
          const lines = asReporter(ticket);
          for (const line of lines) {
            for (const hidden of ['by', 'unit', 'takenFrom', 'onDuty', 'mark']) expect(line).not.toHaveProperty(hidden);
            if (line.what === 'returned' || line.what === 'corrected') expect(line).not.toHaveProperty('words');
            for (const { field } of line.changed ?? []) expect(['category', 'kind', 'area']).toContain(field);
          }
          const within = new Set(['assigned', 'carded', 'recorded', 'corrected']);
          expect(lines.map(({ what }) => what).filter((what) => !within.has(what))).toEqual(
            eventsOf(written, ticket)
              .map(({ type }) => type)
              .filter((type) => !within.has(type)),
          );
          expect(
            lines.filter(({ what }) => within.has(what)).every(({ what, changed: put }) => what === 'corrected' && put),
          ).toBe(true);
        }
      }),
    );
  });
});

describe('the history of a ticket', () => {
  /** What is done before, where nothing comes of a command otherwise. */
  const before: Partial<Record<CommandName, CommandName>> = {
    'put-off-reporter': 'ring-reporter',
    'put-off-duty': 'ring-duty',
    'hold-duty': 'ring-duty',
    'take-duty': 'ring-duty',
    'refuse-duty': 'ring-duty',
  };

  it.each(Object.keys(commands) as CommandName[])('has a line for %s', (name) => {
    const { from, roles, event } = commands[name];
    const first = before[name];
    const start = ticketIn()[from[0] ?? 'received'];
    const readied = first ? changed(start, sampleOf(first), 'system').ticket : start;
    const command = { ...sampleOf(name), ...(name === 'hold-duty' && { until: minute(60) }) };
    const { ticket } = changed(readied, command as Command, roles[0] as Role);
    expect(asStaff(ticket, 'supervisor').at(-1)?.what).toBe(event);
  });

  /** Given to the waterworks, accepted, returned, given to the heatworks as another matter, corrected, taken by a supervisor. */
  const moved = (first: Change = opening()): Ticket => {
    let { ticket } = first;
    const go = (minutes: number, ...[command, role]: [Parameters<typeof changed>[1], Role]): void => {
      ticket = changed(ticket, command, role, minute(minutes)).ticket;
    };
    go(1, { action: 'dispatch', department: 'waterworks', rule: 'water' }, 'system');
    go(2, { action: 'accept' }, 'department');
    go(3, { action: 'return', reason: 'It is warm water' }, 'department');
    go(4, { action: 'dispatch', department: 'heatworks', rule: 'by-hand', category: 'heating' }, 'agent');
    go(5, { action: 'correct', area: 'lake', urgent: true, reason: 'Li, 13812345678, says so' }, 'agent');
    go(6, { action: 'correct', urgent: false, reason: 'No hurry' }, 'agent');
    go(7, { action: 'reassign', department: 'centre', rule: 'by-hand' }, 'supervisor');
    return ticket;
  };

  it('names the department that had it then, what was put right, why, and who did it', () => {
    const [works, heat, centre] = [{ name: 'Waterworks' }, { name: 'Heatworks' }, { name: 'Service Centre' }];
    expect(asStaff(moved(), 'agent')).toEqual([
      { what: 'opened', at: minute(0), by: { role: 'resident' } },
      { what: 'dispatched', at: minute(1), by: { role: 'system' }, department: works },
      { what: 'accepted', at: minute(2), by: { role: 'department', account: 'wang' }, department: works },
      {
        what: 'returned',
        at: minute(3),
        by: { role: 'department', account: 'wang' },
        department: works,
        words: 'It is warm water',
      },
      {
        what: 'dispatched',
        at: minute(4),
        by: { role: 'agent', account: 'agent-7' },
        department: heat,
        changed: [{ field: 'category', before: { name: 'Leaks' }, after: { name: 'Heating' } }],
      },
      {
        what: 'corrected',
        at: minute(5),
        by: { role: 'agent', account: 'agent-7' },
        department: heat,
        words: 'Li, 13812345678, says so',
        changed: [
          { field: 'area', before: { name: 'South Town' }, after: { name: 'North Town Lake Community' } },
          { field: 'urgent', before: { name: 'no' }, after: { name: 'yes' } },
        ],
      },
      {
        what: 'corrected',
        at: minute(6),
        by: { role: 'agent', account: 'agent-7' },
        department: heat,
        words: 'No hurry',
        changed: [{ field: 'urgent', before: { name: 'yes' }, after: { name: 'no' } }],
      },
      { what: 'reassigned', at: minute(7), by: { role: 'supervisor', account: 'boss' }, department: centre, takenFrom: heat },
    ]);
  });

  it('is told to its reporter without what is within, and to the department that has it now without what others did', () => {
    expect(asReporter(moved()).map(({ what, department }) => [what, department?.name])).toEqual([
      ['opened', undefined],
      ['dispatched', 'Waterworks'],
      ['accepted', 'Waterworks'],
      ['returned', 'Waterworks'],
      ['dispatched', 'Heatworks'],
      ['corrected', 'Heatworks'],
      ['reassigned', 'Service Centre'],
    ]);
    const lines = asStaff(moved(), 'department');
    expect(lines.map(({ what }) => what)).toEqual(['opened', 'returned', 'corrected', 'corrected', 'reassigned']);
    expect(JSON.stringify(lines)).not.toMatch(/Heatworks|agent-7|wang|boss/);
  });

  it('hides numbers in what was said from those who may not know who asked', () => {
    const ticket = moved(opening({ anonymous: true }));
    const added = changed(ticket, { action: 'add', text: 'Ring 13812345678' }, 'resident', minute(8)).ticket;
    const withdrawn = changed(added, { action: 'withdraw', reason: 'I am 13812345678' }, 'resident', minute(9)).ticket;
    const digits = (role: 'agent' | 'department') => JSON.stringify(asStaff(withdrawn, role)).match(/13812345678/g) ?? [];
    expect([digits('agent').length, digits('department').length]).toEqual([3, 0]);
    expect(JSON.stringify(asReporter(withdrawn)).match(/13812345678/g)).toHaveLength(2);
    // The account of a reporter is nobody's to read.
    expect(JSON.stringify(asStaff(withdrawn, 'agent'))).not.toContain('"li"');
  });

  it('says nothing of a voice to those who may not know who asked', () => {
    const sealed = changed(opening({ confidential: true }).ticket, sampleOf('record'), 'system').ticket;
    const whats = (role: 'agent' | 'supervisor') => asStaff(sealed, role).map(({ what }) => what);
    expect([whats('agent'), whats('supervisor')]).toEqual([['opened'], ['opened', 'recorded']]);
  });

  it('calls what the district no longer has by its id, and says so', () => {
    const later: District = {
      ...smallDistrict,
      departments: smallDistrict.departments.filter(({ id }) => id !== 'waterworks'),
      categories: smallDistrict.categories.filter(({ id }) => id !== 'water-leak'),
    };
    const lines = asStaff(moved(), 'agent', later);
    expect(lines[1]?.department).toEqual({ name: 'waterworks', gone: true });
    expect(lines[4]?.changed).toEqual([
      { field: 'category', before: { name: 'water-leak', gone: true }, after: { name: 'Heating' } },
    ]);
  });

  it('is in the order in which things happened, also where one was written later', () => {
    const { ticket } = changed(
      opening({}, { at: minute(0) }).ticket,
      { action: 'dispatch', department: 'centre', rule: 'rest' },
      'system',
      minute(9),
    );
    const late = changed(ticket, { action: 'add', text: 'On the phone before' }, 'system', minute(4)).ticket;
    expect(late.history.map(({ what }) => what)).toEqual(['opened', 'dispatched', 'added']);
    expect(asReporter(late).map(({ what }) => what)).toEqual(['opened', 'added', 'dispatched']);
  });
});
