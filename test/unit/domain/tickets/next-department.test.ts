import { describe, expect, it } from 'vitest';
import { scheduleOf } from '#domain/district/limits.ts';
import { plusMinutes } from '#domain/instant.ts';
import { changeTicket } from '#domain/tickets/change-ticket.ts';
import type { Command } from '#domain/tickets/commands.ts';
import { nextMark } from '#domain/tickets/next-mark.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import type { Role } from '#domain/tickets/ticket-words.ts';
import { actors, changed, MONDAY_AT_TEN, opening } from '#test/unit/domain/new-ticket.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';

const to = (department: string): [Command, Role] => [{ action: 'dispatch', department, rule: 'by-hand' }, 'agent'];
const taken = (department: string): [Command, Role] => [{ action: 'reassign', department, rule: 'by-hand' }, 'supervisor'];
const ACCEPT: [Command, Role] = [{ action: 'accept' }, 'department'];
const RETURN: [Command, Role] = [{ action: 'return', reason: 'Not ours' }, 'department'];

/** Gives all cards that have fallen by a moment. */
const swept = (ticket: Ticket, at: string): Ticket => {
  const mark = nextMark(ticket);
  return mark && mark.at <= at ? swept(changed(ticket, { action: 'card', mark }, 'system', at).ticket, at) : ticket;
};
const colours = ({ cards }: Ticket): string[] => cards.map(({ limit, colour }) => `${limit} ${colour}`);
/** Does one thing after the other, ten minutes apart each, with the cards that fall meanwhile; gives the moment too. */
const lived = (intake: Parameters<typeof opening>[0], ...steps: [Command, Role][]) => {
  let [{ ticket }, at] = [opening(intake), MONDAY_AT_TEN];
  for (const [command, role] of steps) {
    at = plusMinutes(at, 10);
    ticket = changed(swept(ticket, at), command, role, at).ticket;
  }
  return { ticket, at };
};

describe.each([
  ['returned', [RETURN, to('centre')]],
  ['taken from it', [taken('centre')]],
  ['returned, and given away by a supervisor', [RETURN, taken('centre')]],
])('a ticket that one department accepted, and that was %s,', (_, steps) => {
  it.each([
    ['urgent', { urgent: true }],
    ['ordinary', {}],
  ])('has not been accepted by the next one, which gets the card of that in its own time: %s', (_name, intake) => {
    const { ticket, at } = lived(intake, to('waterworks'), ACCEPT, ...(steps as [Command, Role][]));
    expect(ticket.acceptedAt).toBeUndefined();
    const { accept } = scheduleOf(smallDistrict, { ...ticket, openedAt: at });
    expect(ticket.schedule.accept).toEqual(accept);
    expect(accept.at > opening(intake).ticket.schedule.accept.at).toBe(true);
    // The limit of handling stays as it was at the opening.
    expect(ticket.schedule.handle).toEqual(opening(intake).ticket.schedule.handle);
    const [before, after] = [swept(ticket, plusMinutes(accept.at, -1)), swept(ticket, plusMinutes(at, 24 * 60))];
    expect([colours(before), colours(after).includes('accept red')]).toEqual([[], true]);
    expect(ticket.schedule.marks.map((mark) => mark.at)).toEqual(ticket.schedule.marks.map((mark) => mark.at).sort());
    const actor = { ...actors.department, department: 'centre' };
    const accepted = changeTicket(ticket, ACCEPT[0], smallDistrict, { at: plusMinutes(at, 1), actor, correlationId: 'c' });
    if (accepted === 'already-done') throw new Error('the other department has not accepted it');
    expect(accepted.ticket.acceptedAt).toBe(plusMinutes(at, 1));
    expect(colours(swept(accepted.ticket, plusMinutes(at, 24 * 60)))).not.toContain('accept red');
  });
});

describe('a card of accepting that one department got', () => {
  const late = lived({ urgent: true }, to('waterworks'), RETURN, to('centre'));

  it('is no more on the ticket of the next one, which may get its own', () => {
    expect(colours(swept(opening({ urgent: true }).ticket, late.at))).toEqual(['accept red']);
    expect(colours(late.ticket)).toEqual([]);
    expect(colours(swept(late.ticket, plusMinutes(late.at, 15)))).toEqual(['accept red']);
  });

  it('does not come back when something is corrected', () => {
    const ordinary = lived({}, to('waterworks'), RETURN, to('centre'));
    const command: Command = { action: 'correct', kind: 'complaint', reason: 'It is one' };
    const { ticket } = changed(ordinary.ticket, command, 'agent', plusMinutes(ordinary.at, 5));
    expect(ticket.schedule.accept).toEqual(scheduleOf(smallDistrict, { ...ticket, openedAt: ordinary.at }).accept);
    expect(ticket.schedule.handle).toEqual(opening({ kind: 'complaint' }).ticket.schedule.handle);
  });
});

it('a department that gets its own ticket back has no new time to accept it', () => {
  const { ticket } = lived({}, to('waterworks'), ACCEPT, RETURN, to('waterworks'));
  expect(ticket.schedule).toEqual(opening().ticket.schedule);
});
