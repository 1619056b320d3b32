import { describe, expect, it } from 'vitest';
import { correctTicketContract } from '#contracts/http/correct-ticket.ts';
import { scheduleOf } from '#domain/district/limits.ts';
import type { Refusal } from '#domain/errors.ts';
import { plusMinutes } from '#domain/instant.ts';
import { changeTicket } from '#domain/tickets/change-ticket.ts';
import type { Command } from '#domain/tickets/commands.ts';
import { nextMark } from '#domain/tickets/next-mark.ts';
import { precedenceOf } from '#domain/tickets/precedence.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { actors, changed, MONDAY_AT_TEN, opening, ticketIn } from '#test/unit/domain/new-ticket.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';

type Correction = Omit<Extract<Command, { action: 'correct' }>, 'action' | 'reason'>;

const correction = (what: Correction): Command => ({ action: 'correct', reason: 'It was misheard', ...what });
const corrected = (ticket: Ticket, what: Correction, at = MONDAY_AT_TEN) => changed(ticket, correction(what), 'agent', at);
const note = (outcome: 'danger' | 'doubt') => ({ outcome, words: ['smoke'], danger: 'fire' });
const withDanger = {
  none: opening(),
  doubt: opening({ danger: note('doubt') }),
  danger: opening({ danger: note('danger'), urgent: true }),
};
/** Ten in the morning, so many days after that Monday. */
const daysLater = (days: number): string => new Date(Date.parse(MONDAY_AT_TEN) + days * 86_400_000).toISOString();

describe('a correction', () => {
  it('says what was before and after, of nothing but what changed, and why', () => {
    const { ticket, event } = corrected(ticketIn().accepted, { kind: 'complaint', category: 'water-leak', area: 'lake' });
    expect(event).toMatchObject({ type: 'corrected', reason: 'It was misheard', actor: actors.agent, department: 'waterworks' });
    expect(event).toHaveProperty('before', { kind: 'help', area: 'south' });
    expect(event).toHaveProperty('after', { kind: 'complaint', area: 'lake' });
    expect(ticket).toMatchObject({ state: 'accepted', department: 'waterworks', kind: 'complaint', area: 'lake' });
  });

  it('works the limits out again from the opening', () => {
    const { ticket } = corrected(ticketIn().accepted, { kind: 'inquiry' }, daysLater(1));
    expect(ticket.schedule).toEqual(opening({ kind: 'inquiry' }).ticket.schedule);
    expect(corrected(ticket, { area: 'lake' }, daysLater(2)).ticket.schedule).toEqual(ticket.schedule);
  });

  it.each<[string, (ticket: Ticket, at: string) => Ticket]>([
    ['it is corrected', (ticket, at) => corrected(ticket, { urgent: true }, at).ticket],
    [
      'its reporter adds it',
      (ticket, at) => changed(ticket, { action: 'add', text: 'The house is on fire, people are trapped' }, 'resident', at).ticket,
    ],
  ])('that makes a ticket urgent counts from then, and never later than it was due: %s', (_, becomes) => {
    const { ticket } = opening({ kind: 'complaint' });
    const [at, late] = [daysLater(1.25), daysLater(30)];
    const urgent = becomes(ticket, at);
    expect(urgent.urgent).toBe(true);
    expect(urgent.schedule.handle.at).toBe(plusMinutes(at, 120));
    // It was to be accepted on the Monday.
    expect(urgent.schedule.accept).toEqual(ticket.schedule.accept);
    expect(urgent.schedule.marks.map((mark) => mark.at)).toEqual([
      urgent.schedule.accept.at,
      plusMinutes(at, 120),
      plusMinutes(at, 150),
    ]);
    expect(becomes(ticket, late).schedule).toMatchObject({ accept: ticket.schedule.accept, handle: ticket.schedule.handle });
    // What is corrected later changes nothing of that, and as an ordinary one it counts from the opening again.
    expect(corrected(urgent, { category: 'noise' }, late).ticket.schedule).toEqual(urgent.schedule);
    const ordinary = corrected(urgent, { urgent: false, danger: 'none' }, late).ticket;
    expect(ordinary.schedule).toEqual(ticket.schedule);
  });

  it('that changes nothing was done already', () => {
    const { ticket } = corrected(ticketIn().received, { kind: 'complaint', danger: 'doubt' });
    for (const what of [{ kind: 'complaint' }, { danger: 'doubt' }, { urgent: false, area: 'south' }] as Correction[]) {
      expect(() => corrected(ticket, what)).toThrow('was done already');
    }
  });

  it.each([
    [{ category: 'ships' }, 'category-unknown'],
    [{ area: 'atlantis' }, 'area-unknown'],
  ] as const)('of %j is refused: %s', (what, code) => {
    const circumstances = { at: MONDAY_AT_TEN, actor: actors.agent, correlationId: 'c' };
    const act = () => changeTicket(ticketIn().received, correction(what), smallDistrict, circumstances);
    expect(act).toThrow(expect.objectContaining({ code } satisfies Partial<Refusal>));
  });

  it('may be made of a ticket whose category the district no longer has', () => {
    const { ticket } = corrected({ ...ticketIn().received, category: 'gone' }, { kind: 'complaint' });
    expect(ticket.schedule).toEqual(scheduleOf(smallDistrict, ticket));
  });

  it('of danger makes it urgent, whatever else it says', () => {
    expect(corrected(ticketIn().received, { danger: 'danger', urgent: false }).ticket.urgent).toBe(true);
  });

  it.each([
    [{ kind: 'help', reason: 'x' }, true],
    [{ urgent: false, reason: 'x' }, true],
    [{ danger: 'none', urgent: true, reason: ' x ' }, true],
    [{ danger: 'danger', urgent: false, reason: 'x' }, false],
    [{ reason: 'x' }, false],
    [{ kind: undefined, reason: 'x' }, false],
    [{ kind: 'help' }, false],
    [{ kind: 'help', reason: '  ' }, false],
    [{ kind: 'help', reason: 'x'.repeat(501) }, false],
    [{ kind: 'rumour', reason: 'x' }, false],
    [{ matter: 'Another one', reason: 'x' }, false],
  ])('is told as %j: %s', (input, isTaken) => expect(correctTicketContract.body?.safeParse(input).success).toBe(isTaken));
});

describe('danger, corrected', () => {
  it.each([
    ['none', { danger: 'danger' }, true, { outcome: 'danger', words: [] }],
    ['none', { danger: 'doubt' }, false, { outcome: 'doubt', words: [] }],
    ['none', { urgent: true }, true, undefined],
    ['doubt', { danger: 'danger' }, true, note('danger')],
    ['doubt', { danger: 'none' }, false, undefined],
    ['doubt', { danger: 'none', urgent: true }, true, undefined],
    ['doubt', { urgent: true }, true, note('doubt')],
    ['danger', { danger: 'none' }, false, undefined],
    ['danger', { danger: 'none', urgent: true }, true, undefined],
    ['danger', { danger: 'doubt' }, false, note('doubt')],
    ['danger', { urgent: false }, false, undefined],
    ['danger', { kind: 'complaint' }, true, note('danger')],
  ] as const)('%s and then %j: urgent %j, the note %j', (before, what, urgent, danger) => {
    const { ticket } = corrected(withDanger[before].ticket, what);
    expect([ticket.urgent, ticket.danger]).toEqual([urgent, danger]);
    expect(ticket.schedule).toEqual(scheduleOf(smallDistrict, ticket));
    if (danger === undefined) expect(ticket).not.toHaveProperty('danger');
  });

  it('leaves a ticket urgent that was urgent for another reason', () => {
    const { ticket } = opening({ urgent: true, danger: note('doubt') });
    expect(corrected(ticket, { danger: 'none' }).ticket.urgent).toBe(true);
  });

  it('moves a ticket in the lists of the desk', () => {
    const { ticket } = withDanger.none;
    expect(precedenceOf(ticket)).toBe('ordinary');
    const doubtful = corrected(ticket, { danger: 'doubt' }).ticket;
    expect(precedenceOf(doubtful)).toBe('doubt');
    expect(precedenceOf(corrected(doubtful, { danger: 'danger' }).ticket)).toBe('urgent');
  });
});

describe('cards after a correction', () => {
  const DAY_FIVE = daysLater(4);
  const names = ({ cards }: Ticket): string[] => cards.map(({ limit, colour }) => `${limit} ${colour}`);
  /** All cards that fall by a moment, as the sweep gives them. */
  const swept = (ticket: Ticket, until: string): Ticket => {
    const mark = nextMark(ticket);
    return mark && mark.at <= until ? swept(changed(ticket, { action: 'card', mark }, 'system', until).ticket, until) : ticket;
  };
  const accepted = (kind: Ticket['kind']): Ticket => {
    const { ticket } = opening({ kind });
    const dispatched = changed(ticket, { action: 'dispatch', department: 'waterworks', rule: 'water' }, 'system').ticket;
    return changed(dispatched, { action: 'accept' }, 'department').ticket;
  };

  it('a complaint of Monday that is an inquiry on day five gets no warning of a due date that is past', () => {
    const { ticket } = corrected(swept(accepted('complaint'), DAY_FIVE), { kind: 'inquiry' }, DAY_FIVE);
    expect(ticket.schedule.handle.at < DAY_FIVE).toBe(true);
    expect(names(swept(ticket, DAY_FIVE))).toEqual(['handle red', 'handle escalation']);
  });

  it('neither does one that is dispatched as another kind', () => {
    const { ticket } = opening({ kind: 'complaint' });
    const command = { action: 'dispatch', department: 'centre', rule: 'by-hand', kind: 'inquiry' } as const;
    const dispatched = changed(swept(ticket, DAY_FIVE), command, 'agent', DAY_FIVE).ticket;
    expect(names(swept(dispatched, DAY_FIVE))).toEqual(['accept red', 'handle red', 'handle escalation']);
  });

  it('a warning of a due date that is still to come is given', () => {
    const { ticket } = corrected(accepted('complaint'), { kind: 'help' }, daysLater(1));
    expect(names(swept(ticket, ticket.schedule.handle.at))).toContain('handle yellow');
  });

  it('those that are not true by the new limits are taken off, and fall again when they are', () => {
    const late = swept(accepted('inquiry'), DAY_FIVE);
    expect(names(late)).toEqual(['handle yellow', 'handle red', 'handle escalation']);
    const { ticket } = corrected(late, { kind: 'complaint' }, DAY_FIVE);
    expect(names(ticket)).toEqual([]);
    const red = ticket.schedule.marks.find(({ colour, limit }) => limit === 'handle' && colour === 'red')?.at ?? '';
    expect(red > DAY_FIVE).toBe(true);
    expect(names(swept(ticket, red))).toEqual(['handle yellow', 'handle red']);
  });

  it('those that are true by the new limits, too, stay and do not fall twice', () => {
    const { ticket } = opening();
    const red = swept(ticket, daysLater(1));
    expect(names(red)).toEqual(['accept red']);
    const urgent = corrected(red, { danger: 'danger' }, daysLater(1)).ticket;
    expect(urgent.cards).toEqual(red.cards);
    expect(names(swept(urgent, daysLater(1)))).toEqual(['accept red']);
    expect(names(swept(urgent, daysLater(2)))).toEqual(['accept red', 'handle red', 'handle escalation']);
  });

  it('a department is not given the card of one that did not accept in time', () => {
    const { dispatched } = ticketIn();
    const give = (at: string) =>
      changed(dispatched, { action: 'reassign', department: 'centre', rule: 'by-hand' }, 'supervisor', at).ticket;
    expect(names(swept(give(daysLater(1)), daysLater(1)))).toEqual([]);
    expect(names(swept(give(MONDAY_AT_TEN), daysLater(1)))).toEqual(['accept red']);
  });
});

describe('a supervisor who gives a ticket to another department', () => {
  const toCentre: Command = { action: 'reassign', department: 'centre', rule: 'by-hand' };

  it('takes it from the one that has accepted it, which the event says', () => {
    const { accepted } = ticketIn();
    const { ticket, event } = changed(accepted, toCentre, 'supervisor', daysLater(1));
    expect(event).toMatchObject({ type: 'reassigned', takenFrom: 'waterworks', department: 'centre', rule: 'by-hand' });
    expect(ticket).toMatchObject({ state: 'dispatched', department: 'centre', dispatchedAt: daysLater(1) });
    expect(ticket.takenFrom).toEqual([{ department: 'waterworks', at: daysLater(1) }]);
    for (const gone of ['unit', 'acceptedAt']) expect(ticket).not.toHaveProperty(gone);
    expect(ticket.returns).toEqual([]);
  });

  it('takes it from nobody where nobody has it, and not from the department that gets it again', () => {
    const { received, accepted } = ticketIn();
    expect(changed(received, toCentre, 'supervisor').ticket.takenFrom).toBeUndefined();
    const again = changed(accepted, { ...toCentre, department: 'waterworks' } as Command, 'supervisor').ticket;
    expect(again).toMatchObject({ state: 'dispatched', department: 'waterworks' });
    expect(again.takenFrom).toBeUndefined();
  });
});
