import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureRows } from '#contracts/http/get-figures.ts';
import { pageView, staffTicketView, ticketView } from '#contracts/http/ticket-view.ts';
import { next } from '#domain/calls/conversation.ts';
import { intakeOf } from '#domain/calls/matter-of-call.ts';
import { missingIn } from '#domain/calls/missing-in-ticket.ts';
import type { District } from '#domain/district/district.ts';
import { dutyLadder } from '#domain/district/duty-ladder.ts';
import { TicketKind } from '#domain/district/kinds.ts';
import { scheduleOf } from '#domain/district/limits.ts';
import { chooseDepartment, chooseUnit } from '#domain/district/routing.ts';
import { goneFrom } from '#domain/district/standing-ids.ts';
import type { Refusal } from '#domain/errors.ts';
import { emptyCell } from '#domain/figures/cell.ts';
import { CountedTicket, contributionsIn } from '#domain/figures/contributions.ts';
import { changeTicket } from '#domain/tickets/change-ticket.ts';
import { type CommandName, commands } from '#domain/tickets/commands.ts';
import { openTicket } from '#domain/tickets/open-ticket.ts';
import { factsAlone } from '#domain/tickets/said.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { summaryOf } from '#domain/tickets/ticket-summary.ts';
import { besidesKind } from '#test/unit/domain/besides-kind.ts';
import { call, linzi, MATTER, NIGHT } from '#test/unit/domain/calls/call-in-linzi.ts';
import { actors, changed, MONDAY_AT_TEN, opening, sampleOf, ticketIn } from '#test/unit/domain/new-ticket.ts';
import { readerAs } from '#test/unit/domain/readers.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';

const about = { at: MONDAY_AT_TEN, correlationId: 'test' };
/** Ids that no district has, of which a plain object knows some. */
const strange = fc.constantFrom('gone', 'constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty', '', '水');
const idOf = (list: readonly { id: string }[]) => fc.constantFrom(...list.map(({ id }) => id));
const { areas, categories, departments } = smallDistrict;

const named = fc.record({
  area: fc.oneof(strange, idOf(areas)),
  category: fc.oneof(strange, idOf(categories)),
  department: fc.oneof(strange, idOf(departments)),
  unit: fc.option(fc.oneof(strange, idOf(departments.flatMap(({ units }) => units))), { nil: undefined }),
});
const anyTicket = (states: (ticket: Ticket) => boolean = () => true) =>
  fc.constantFrom(...Object.values(ticketIn()).filter(states));

describe('a ticket whose ids the district no longer has', () => {
  it('is routed as a matter of the whole district and of the general category', () => {
    const general = chooseDepartment(smallDistrict, { area: 'small', category: 'general', kind: 'help' });
    fc.assert(
      fc.property(strange, strange, (area, category) => {
        expect(chooseDepartment(smallDistrict, { area, category, kind: 'help' })).toEqual(general);
        for (const department of departments) {
          expect(chooseUnit(department, smallDistrict, area)).toBe(chooseUnit(department, smallDistrict, 'small'));
        }
      }),
    );
    const rule = { id: 'for-what-is-general', when: { categories: ['general'] }, department: 'waterworks' };
    const ruled = { ...smallDistrict, routing: [rule, ...smallDistrict.routing] };
    const matter = { area: 'north', category: 'gone', kind: 'help' } as const;
    expect(chooseDepartment(ruled, matter)).toEqual({ department: 'waterworks', rule: rule.id });
    // The unit of the whole district stands where it likes in the list.
    const waterworks = departments[0] as District['departments'][number];
    const turned = { ...waterworks, units: [...waterworks.units].reverse() };
    expect(chooseUnit(turned, smallDistrict, 'gone').id).toBe('water-town');
  });

  it("has the limit of its kind, and not the general category's", () => {
    const { limits } = smallDistrict;
    const byCategory = { ...limits.handle.byCategory, general: { workingDays: 200 } };
    const district = { ...smallDistrict, limits: { ...limits, handle: { ...limits.handle, byCategory } } };
    fc.assert(
      fc.property(strange, fc.constantFrom(...TicketKind.options), (category, kind) => {
        const timed = { kind, urgent: false, openedAt: MONDAY_AT_TEN };
        expect(scheduleOf(district, { ...timed, category })).toEqual(scheduleOf(smallDistrict, { ...timed, category: 'noise' }));
      }),
    );
  });

  it('has the same limit when the district has a category that is called like a part of every object', () => {
    fc.assert(
      fc.property(strange, fc.constantFrom(...TicketKind.options), (id, kind) => {
        const district = { ...smallDistrict, categories: [...categories, { id, name: 'Strange' }] };
        const timed = { kind, urgent: false, openedAt: MONDAY_AT_TEN };
        expect(scheduleOf(district, { ...timed, category: id })).toEqual(scheduleOf(district, { ...timed, category: 'noise' }));
        expect(dutyLadder(district, id, MONDAY_AT_TEN)).toEqual([]);
      }),
    );
  });

  it('takes every command that its state takes', () => {
    const samples = (Object.keys(commands) as CommandName[]).filter((name) => name !== 'assign');
    fc.assert(
      fc.property(anyTicket(), named, fc.constantFrom(...samples), (before, ids, name) => {
        const { roles, from } = commands[name];
        fc.pre((from as readonly string[]).includes(before.state));
        const ticket = { ...before, ...ids };
        const actor = { ...actors[roles[0] as keyof typeof actors] };
        if (actor.role === 'department') actor.department = ids.department;
        const change = changeTicket(ticket, sampleOf(name), smallDistrict, { ...about, actor });
        expect(change === 'already-done' || change.ticket.version === ticket.version + 1).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('is given a unit that stands, whatever unit it had', () => {
    const { dispatched } = ticketIn();
    fc.assert(
      fc.property(named, (ids) => {
        const known = departments.find(({ id }) => id === ids.department);
        fc.pre(known !== undefined);
        const isKnown = known?.units.some(({ id }) => id === ids.unit);
        const change = changeTicket({ ...dispatched, ...ids }, { action: 'assign' }, smallDistrict, {
          ...about,
          actor: actors.system,
        });
        const assigned = change === 'already-done' ? change : change.ticket.unit;
        expect(isKnown ? ['already-done'] : known?.units.map(({ id }) => id)).toContain(assigned);
      }),
    );
  });

  it('names them as gone in every view, and nothing where all are there', () => {
    fc.assert(
      fc.property(anyTicket(), named, (before, ids) => {
        const ticket = { ...before, ...ids };
        const { gone } = goneFrom(smallDistrict, ticket);
        const isThere = {
          area: areas.some(({ id }) => id === ids.area),
          category: categories.some(({ id }) => id === ids.category),
          department: departments.some(({ id }) => id === ids.department),
        };
        for (const [name, there] of Object.entries(isThere)) expect(gone?.includes(name as 'area') ?? false).toBe(!there);
        expect(ticketView(ticket, readerAs('resident')).gone).toEqual(gone);
        expect(staffTicketView(ticket, readerAs('agent')).gone).toEqual(gone);
        const page = { items: [summaryOf(factsAlone(ticket))], unreadable: 0 };
        expect(pageView(page, readerAs('agent')).tickets[0]?.gone).toEqual(gone);
      }),
    );
    expect(
      ticketView(changed(ticketIn().dispatched, { action: 'assign' }, 'system').ticket, readerAs('resident')),
    ).not.toHaveProperty('gone');
  });

  it('counts in the district all the same, and its old ids are shown as gone', () => {
    const ticket = { ...opening().ticket, area: 'gone', category: 'constructor' };
    const places = contributionsIn(smallDistrict)(CountedTicket().parse(factsAlone(ticket))).map(
      ({ by, value }) => `${by} ${value}`,
    );
    expect(places).toEqual(expect.arrayContaining(['area gone', 'area small', 'category constructor']));
    const row = (by: 'area' | 'kind', value: string) =>
      figureRows([{ start: '2026', value, cell: emptyCell }], by, smallDistrict)[0] ?? expect.fail('no row');
    expect(row('area', 'gone')).toMatchObject({ gone: true });
    expect(row('area', 'north')).not.toHaveProperty('gone');
    expect(row('kind', 'help')).not.toHaveProperty('gone');
  });
});

describe('a person who names an id that is not there', () => {
  const refusal = (act: () => unknown): string | undefined => {
    try {
      act();
      return undefined;
    } catch (error) {
      return (error as Refusal).code;
    }
  };
  it('is refused at an opening and at a change', () => {
    fc.assert(
      fc.property(strange, (id) => {
        fc.pre(id !== '');
        expect(refusal(() => opening({ category: id }))).toBe('category-unknown');
        expect(refusal(() => opening({ area: id }))).toBe('area-unknown');
        const { received } = ticketIn();
        const change = (command: Parameters<typeof changed>[1]) => refusal(() => changed(received, command, 'agent'));
        expect(change({ action: 'correct', area: id, reason: 'x' })).toBe('area-unknown');
        expect(change({ action: 'correct', category: id, reason: 'x' })).toBe('category-unknown');
        expect(change({ action: 'dispatch', department: id, rule: 'x' })).toBe('department-unknown');
        expect(change({ action: 'dispatch', department: 'centre', rule: 'x', category: id })).toBe('category-unknown');
      }),
    );
  });
});

describe('a call that named an area which the district has lost since', () => {
  const answers = [NIGHT, { digits: '1' }, MATTER, { speech: '齐都镇西关村' }, { speech: '村委会对面' }];
  const later = { ...linzi, areas: linzi.areas.filter(({ id }) => !id.startsWith('qidu-xiguan')) };
  const filed = next(call(answers), { digits: '1' }, later);
  const intake = intakeOf(filed, later, { phone: undefined, recording: undefined }) ?? expect.fail('no ticket');
  const { ticket } = openTicket(intake, 'LZ261123048217', later, { ...about, actor: actors.system });

  it('becomes a ticket of the whole district, flagged for the desk', () => {
    expect(filed.area).toBe('qidu-xiguan');
    expect([ticket.area, besidesKind(ticket.sorting)]).toEqual(['linzi', ['area']]);
  });

  it('is not told once more what its ticket can not have', () => {
    expect(missingIn(ticket, filed, later)).toBeUndefined();
    expect(missingIn(ticket, filed, linzi)).toMatchObject({ action: 'correct', area: 'qidu-xiguan' });
  });
});

describe('a key that a plain object knows', () => {
  it.each(['constructor', '__proto__', 'toString'])('%s chooses nothing on the phone', (digits) => {
    const asking = call([NIGHT]);
    expect(next(asking, { digits }, linzi)).toMatchObject({ question: asking.question, notices: [{ notice: 'wrong' }] });
  });
});
