import { describe, expect, it } from 'vitest';
import { dutyLadder } from '#domain/district/duty-ladder.ts';
import { plusMinutes } from '#domain/instant.ts';
import { changeTicket } from '#domain/tickets/change-ticket.ts';
import type { Command } from '#domain/tickets/commands.ts';
import { awaitsDuty, dutyBrief, dutyDueAt, nextDuty } from '#domain/tickets/duty.ts';
import { openTicket } from '#domain/tickets/open-ticket.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { ticketNumber } from '#domain/tickets/ticket-number.ts';
import type { Role } from '#domain/tickets/ticket-words.ts';
import { actors, changed, leak, MONDAY_AT_TEN, opening } from '#test/unit/domain/new-ticket.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';
import { telephone } from '#test/unit/domain/telephones.ts';

const brief = (matter: string, confidential = false) => dutyBrief(opening({ matter, confidential }).ticket).matter;

describe('what who is on duty is told', () => {
  it.each([
    ['楼道着火了！快来人。三楼', '楼道着火了！'],
    ['A pipe of 3.5 inches burst. It runs down the stairs', 'A pipe of 3.5 inches burst.'],
    ['着火了\n在三楼', '着火了'],
    ['没有标点', '没有标点'],
    ['长'.repeat(200), '长'.repeat(60)],
  ])('is one sentence: %s', (matter, sentence) => expect(brief(matter)).toBe(sentence));

  it('is nothing of a confidential matter', () => expect(brief('楼道着火了', true)).toBeUndefined());
});

describe('what who is on duty is told of danger', () => {
  const danger = { outcome: 'danger' as const, words: ['倒在地上'] };
  it('is the sentence that says it, and where the caller said it is', () => {
    const { ticket } = opening({ matter: '喂，你好。我老伴倒在地上叫不应了。', danger, channel: 'phone' });
    const asked: Command = { action: 'add', text: '西关村三排五号', isPlace: true };
    const told = dutyBrief(changed({ ...ticket, place: undefined }, asked, 'system').ticket);
    expect(told).toMatchObject({ place: '西关村三排五号', matter: '我老伴倒在地上叫不应了。' });
  });

  it('is nothing that a reporter adds of their own accord, and no place that was known better before', () => {
    const { ticket } = opening({ matter: '我老伴倒在地上叫不应了。', danger, place: undefined });
    const added = changed(ticket, { action: 'add', text: '我是王小明，别告诉别人' }, 'resident').ticket;
    expect(dutyBrief(added)).not.toHaveProperty('place');
    const placed = opening({ matter: '我老伴倒在地上叫不应了。', danger, place: '西关村' }).ticket;
    expect(dutyBrief(changed(placed, { action: 'add', text: '不知道', isPlace: true }, 'system').ticket).place).toBe('西关村');
  });

  it('is number and area alone where the matter is confidential', () => {
    const { ticket } = opening({ matter: '我老伴倒在地上', danger, place: '西关村', confidential: true });
    expect(dutyBrief(ticket)).toEqual({ number: ticket.number, area: ticket.area });
  });
});

describe('a ladder', () => {
  const officer = (name: string) => ({ name, phone: telephone('+8610000000301') });
  const duty = {
    minutesBetweenSteps: 5,
    departments: { waterworks: [officer('Water')], heatworks: [officer('Heat')] },
    district: [officer('District')],
  };
  const district = { ...smallDistrict, duty };
  /** Does one thing after the other, a minute apart each. */
  const lived = (first: Ticket, steps: [Command, Role][]): { ticket: Ticket; at: string } => {
    let [ticket, at] = [first, MONDAY_AT_TEN];
    for (const [command, role] of steps) {
      at = plusMinutes(at, 1);
      const actor = role === 'department' ? { ...actors.department, department: ticket.department ?? '' } : actors[role];
      const change = changeTicket(ticket, command, district, { at, actor, correlationId: 'c' });
      if (change !== 'already-done') ({ ticket } = change);
    }
    return { ticket, at };
  };
  const dispatch = (department: string): [Command, Role] => [{ action: 'dispatch', department, rule: 'by-hand' }, 'agent'];
  const rung: [Command, Role] = [{ action: 'ring-duty', step: 1, of: 'waterworks', name: 'Water', phone: '1' }, 'system'];
  const taken: [Command, Role] = [{ action: 'take-duty', step: 1 }, 'system'];
  const nextName = ({ ticket, at }: { ticket: Ticket; at: string }): string | undefined => {
    const next = nextDuty(ticket, district, plusMinutes(at, 10));
    return typeof next === 'object' ? next.onDuty.name : next;
  };
  const urgent = opening({ urgent: true }, { district }).ticket;

  it.each<[string, [Command, Role][]]>([
    ['was taken', [taken]],
    ['was climbed in vain', [[{ action: 'leave-duty' }, 'system']]],
  ])('that %s begins again for another department', (_, ending) => {
    const before = lived(urgent, [dispatch('waterworks'), rung, ...ending]);
    expect(awaitsDuty(before.ticket) && dutyDueAt(before.ticket) !== undefined).toBe(false);
    const moved = lived(urgent, [
      dispatch('waterworks'),
      rung,
      ...ending,
      [{ action: 'return', reason: 'Not ours' }, 'department'],
      dispatch('heatworks'),
    ]);
    expect(nextName(moved)).toBe('Heat');
    const reassigned = lived(urgent, [
      dispatch('waterworks'),
      rung,
      ...ending,
      [{ action: 'reassign', department: 'heatworks', rule: 'by-hand' }, 'supervisor'],
    ]);
    expect(nextName(reassigned)).toBe('Heat');
    // A call of then takes nothing of now.
    expect(lived(reassigned.ticket, [taken]).ticket.duty?.takenBy).toBeUndefined();
  });

  it('begins for a ticket that a department accepted as an ordinary one, and ends when it is accepted', () => {
    const plain = opening({}, { district }).ticket;
    const accepted: [Command, Role][] = [dispatch('waterworks'), [{ action: 'accept' }, 'department']];
    const graver = lived(plain, [...accepted, [{ action: 'correct', urgent: true, reason: 'Seen' }, 'agent']]);
    expect(nextName(graver)).toBe('Water');
    expect(nextName(lived(urgent, accepted))).toBeUndefined();
  });
});

describe('a matter that was parked and is filed later', () => {
  const duty = {
    minutesBetweenSteps: 5,
    departments: {},
    district: [],
    desk: { name: 'Desk', phone: telephone('+8610000000301') },
  };
  const filed = (at: string, recordedAt: string) =>
    openTicket(
      { ...leak, danger: { outcome: 'doubt', words: ['smoke'] } },
      ticketNumber('LZ', at.slice(0, 10), 4821),
      { ...smallDistrict, duty },
      { at, recordedAt, actor: actors.resident, correlationId: 'c' },
    ).ticket.duty;
  const [DAY, NIGHT] = [MONDAY_AT_TEN, '2026-11-23T18:00:00.000Z'];

  it('rings by the hour at which it is filed', () => {
    expect(filed(DAY, NIGHT)).toEqual({ steps: [], begunAt: NIGHT, nextAt: NIGHT });
    expect(filed(NIGHT, plusMinutes(NIGHT, 9 * 60))).toBeUndefined();
  });
});

describe('who has duty', () => {
  const night = { name: 'Night', phone: telephone('+8610000000301'), from: '17:30', to: '08:30' };
  const day = { name: 'Day', phone: telephone('+8610000000302'), from: '08:30', to: '17:30' };
  const always = { name: 'Always', phone: telephone('+8610000000303') };
  const duty = { minutesBetweenSteps: 5, departments: { waterworks: [night, day] }, district: [always] };
  const at = (time: string) =>
    dutyLadder({ ...smallDistrict, duty }, 'waterworks', new Date(`2026-11-29T${time}:00+08:00`).toISOString());

  it.each([
    ['00:00', 'Night'],
    ['08:29', 'Night'],
    ['08:30', 'Day'],
    ['17:29', 'Day'],
    ['17:30', 'Night'],
  ])('at %s is %s, and then the district', (time, name) => {
    expect(at(time).map((one) => one.name)).toEqual([name, 'Always']);
  });
});
