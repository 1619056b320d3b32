import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { staffTicketView } from '#contracts/http/ticket-view.ts';
import { isDeskOpen } from '#domain/district/desk-hours.ts';
import { callerIn } from '#domain/telephone/caller.ts';
import type { Intake } from '#domain/tickets/open-ticket.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { workItem } from '#domain/tickets/work-item.ts';
import { changed, opening } from '#test/unit/domain/new-ticket.ts';
import { readerAs } from '#test/unit/domain/readers.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';
import { telephone } from '#test/unit/domain/telephones.ts';

const PHONE = { channel: 'phone', reporterKey: undefined, recording: 'recordings/twilio/CA1/RE1' } as const;

/** A ticket that came by phone, resolved at a moment. */
const resolved = (intake: Partial<Intake>, at = '2026-11-24T03:00:00.000Z'): Ticket => {
  const received = opening({ ...PHONE, ...intake }).ticket;
  const dispatched = changed(received, { action: 'dispatch', department: 'waterworks', rule: 'water' }, 'system').ticket;
  const accepted = changed(dispatched, { action: 'accept' }, 'department').ticket;
  return changed(accepted, { action: 'resolve', outcome: 'Mended' }, 'department', at).ticket;
};

describe('a reporter without an account', () => {
  it('is to be rung when their matter is resolved, in working hours', () => {
    expect(resolved({}).reporterCalls).toEqual({ tries: [], nextAt: '2026-11-24T03:00:00.000Z' });
    // 20:00 in the district; work begins at 8:30.
    expect(resolved({}, '2026-11-24T12:00:00.000Z').reporterCalls?.nextAt).toBe('2026-11-25T00:30:00.000Z');
  });

  it('is not rung with an account, without a number, or when nobody else may know', () => {
    expect(resolved({ reporterKey: 'user:li' }).reporterCalls).toBeUndefined();
    expect(resolved({ contact: undefined }).reporterCalls).toBeUndefined();
    expect(resolved({ confidential: true }).reporterCalls).toBeUndefined();
    expect(resolved({ anonymous: true }).reporterCalls).toBeDefined();
  });

  it('is rung again after so much working time, and then left, which the ticket says', () => {
    const first = changed(resolved({}), { action: 'ring-reporter', attempt: 1 }, 'system', '2026-11-24T03:00:00.000Z');
    expect(first.event).toMatchObject({ type: 'reporter-rung', attempt: 1 });
    // 11:00 and 120 minutes of work: one hour till noon, and one after the lunch break.
    expect(first.ticket.reporterCalls).toEqual({ tries: ['2026-11-24T03:00:00.000Z'], nextAt: '2026-11-24T06:30:00.000Z' });
    expect(() => changed(first.ticket, { action: 'ring-reporter', attempt: 1 }, 'system')).toThrow('was done already');
    const left = changed(first.ticket, { action: 'leave-reporter' }, 'system');
    expect(left.ticket.reporterCalls).toEqual({ tries: ['2026-11-24T03:00:00.000Z'], unreached: true });
    expect(left.ticket.state).toBe('resolved');
  });

  it('keeps the try when the telephone did not ring at all', () => {
    const first = changed(resolved({}), { action: 'ring-reporter', attempt: 1 }, 'system', '2026-11-24T03:00:00.000Z').ticket;
    const { ticket } = changed(first, { action: 'put-off-reporter', attempt: 1 }, 'system', '2026-11-24T03:00:00.000Z');
    expect(ticket.reporterCalls).toEqual({ tries: [], nextAt: '2026-11-24T03:15:00.000Z' });
  });
});

describe('a recording', () => {
  it('is linked once', () => {
    const { ticket } = opening({ ...PHONE, recording: undefined });
    const linked = changed(ticket, { action: 'record', recording: 'recordings/a' }, 'system');
    expect(linked.ticket.recording).toBe('recordings/a');
    expect(() => changed(linked.ticket, { action: 'record', recording: 'recordings/b' }, 'system')).toThrow('was done already');
  });

  it('of an anonymous reporter does not reach the department, in its work neither', () => {
    const work = (intake: Partial<Intake>) => {
      const { ticket } = opening({ ...PHONE, ...intake });
      const dispatched = changed(ticket, { action: 'dispatch', department: 'waterworks', rule: 'water' }, 'system').ticket;
      const { event } = changed(dispatched, { action: 'assign' }, 'system');
      return event.type === 'assigned' ? workItem(dispatched, 'waterworks', event.unit) : undefined;
    };
    expect(work({})).toMatchObject({ recording: PHONE.recording, reporterPhone: '138****5678' });
    for (const hidden of [{ anonymous: true }, { confidential: true }]) {
      expect(work(hidden)).not.toHaveProperty('recording');
      expect(work(hidden)).not.toHaveProperty('reporterPhone');
    }
  });
});

describe('a confidential ticket', () => {
  it('shows who asked to a supervisor alone', () => {
    const contact = { phone: telephone('+8613812345678') };
    const { ticket } = opening({ ...PHONE, confidential: true });
    expect(ticket.reporter).toEqual({ anonymous: true, confidential: true, maskedPhone: '138****5678' });
    for (const viewer of ['agent', 'department'] as const) {
      const seen = staffTicketView(ticket, readerAs(viewer), contact);
      expect(seen).toMatchObject({ confidential: true, anonymous: true, matter: ticket.matter });
      for (const hidden of ['contact', 'reporterPhone', 'recording']) expect(seen).not.toHaveProperty(hidden);
    }
    expect(staffTicketView(ticket, readerAs('supervisor'), contact)).toMatchObject({
      contact,
      reporterPhone: '138****5678',
      recording: PHONE.recording,
    });
  });
});

describe('the desk', () => {
  it.each([
    ['2026-11-23T00:00:00.000Z', true],
    ['2026-11-22T23:59:59.000Z', false],
    ['2026-11-23T11:59:59.000Z', true],
    ['2026-11-23T12:00:00.000Z', false],
    ['2026-11-22T04:00:00.000Z', true], // a Sunday
  ])('has people at it from eight to eight: %s %s', (at, isOpen) => expect(isDeskOpen(smallDistrict, at)).toBe(isOpen));

  it('is empty on holidays where it keeps working days only', () => {
    const agents = { ...smallDistrict.phone.agents, days: 'working-days' as const };
    const district = { ...smallDistrict, phone: { ...smallDistrict.phone, agents } };
    expect(isDeskOpen(district, '2026-11-22T04:00:00.000Z')).toBe(false);
    expect(isDeskOpen(district, '2026-11-23T04:00:00.000Z')).toBe(true);
    expect(isDeskOpen(district, '2026-10-01T04:00:00.000Z')).toBe(false);
  });
});

it.each([
  ['+8613812345678', '13812345678', true],
  ['008613812345678', '13812345678', true],
  ['+865337180000', '05337180000', true],
  ['+12025550101', '12025550101', true],
  ['+8613812345678', '+8613812345679', false],
])('%s and %s ring the same telephone: %s', (one, other, same) => {
  const [first, second] = [one, other].map((number) => callerIn(number, smallDistrict.telephone));
  expect(first).toHaveProperty('is', 'telephone');
  expect(isDeepStrictEqual(first, second)).toBe(same);
});
