import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workingCalendar } from '#domain/district/calendar.ts';
import type { District } from '#domain/district/district.ts';
import { TicketKind } from '#domain/district/kinds.ts';
import { mayRemind, scheduleOf } from '#domain/district/limits.ts';
import type { Mark } from '#domain/district/schedule.ts';
import { nextMark } from '#domain/tickets/next-mark.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { changed, opening, ticketIn } from '#test/unit/domain/new-ticket.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';

const local = (text: string): string => new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString();
const about = { kind: 'help', category: 'general', urgent: false, openedAt: local('2026-11-23 10:00') } as const;
const fixed = (text: string) => ({ at: local(text), provisional: false });
const mark = (limit: Mark['limit'], colour: Mark['colour'], text: string): Mark => ({ limit, colour, at: local(text) });

describe('due dates and cards, worked out by hand', () => {
  it('of a complaint on a Monday: ten working days', () => {
    expect(scheduleOf(smallDistrict, { ...about, kind: 'complaint' })).toEqual({
      accept: fixed('2026-11-23 12:00'),
      handle: fixed('2026-12-07 17:30'),
      marks: [
        mark('accept', 'red', '2026-11-23 13:30'), // not in the lunch break
        mark('handle', 'yellow', '2026-12-07 08:30'), // one working day left
        mark('handle', 'red', '2026-12-08 08:30'), // first working day overdue
        mark('handle', 'escalation', '2026-12-10 08:30'), // two whole days overdue
      ],
    });
  });

  it('of an inquiry in the evening before National Day: one working day', () => {
    expect(scheduleOf(smallDistrict, { ...about, kind: 'inquiry', openedAt: local('2026-09-30 20:00') })).toEqual({
      accept: fixed('2026-10-08 10:30'),
      handle: fixed('2026-10-08 17:30'),
      marks: [
        mark('handle', 'yellow', '2026-10-08 08:30'),
        mark('accept', 'red', '2026-10-08 10:30'),
        mark('handle', 'red', '2026-10-09 08:30'),
        mark('handle', 'escalation', '2026-10-12 08:30'), // Friday 9 and Saturday 10 are overdue, then a Sunday
      ],
    });
  });

  it('of danger to people, on a Saturday night: around the clock', () => {
    expect(scheduleOf(smallDistrict, { ...about, urgent: true, openedAt: local('2026-11-28 23:50') })).toEqual({
      accept: fixed('2026-11-29 00:05'),
      handle: fixed('2026-11-29 01:50'),
      marks: [
        mark('accept', 'red', '2026-11-29 00:05'),
        mark('handle', 'red', '2026-11-29 01:50'),
        mark('handle', 'escalation', '2026-11-29 02:20'),
      ],
    });
  });

  it('of a limit in hours: nine working hours, and no yellow card', () => {
    const { handle, marks } = scheduleOf(smallDistrict, { ...about, kind: 'service' });
    expect(handle).toEqual(fixed('2026-11-24 11:30')); // 2 + 4 hours on Monday, 3 on Tuesday
    expect(marks.filter(({ limit }) => limit === 'handle')).toEqual([
      mark('handle', 'red', '2026-11-24 11:30'),
      mark('handle', 'escalation', '2026-11-27 08:30'),
    ]);
  });

  it.each([
    ['complaint', 'heating-cold', '2026-11-25 17:30'], // its parent's two days go before the kind's ten
    ['help', 'heating', '2026-11-25 17:30'],
    ['complaint', 'water-leak', '2026-12-07 17:30'],
    ['dispute', 'noise', '2026-11-30 17:30'], // the default, five
  ] as const)('of a %s about %s: %s', (kind, category, due) => {
    expect(scheduleOf(smallDistrict, { ...about, kind, category }).handle.at).toBe(local(due));
  });

  it('are provisional when they leave the covered years', () => {
    const schedule = scheduleOf(smallDistrict, { ...about, openedAt: local('2026-12-28 09:00') });
    expect(schedule.accept).toEqual(fixed('2026-12-28 11:00'));
    expect(schedule.handle).toEqual({ at: local('2027-01-04 17:30'), provisional: true });
  });

  it('escalates after as many whole days where work never stops', () => {
    const hours = [{ from: '00:00', to: '24:00' }];
    const open: District = { ...smallDistrict, calendar: { ...smallDistrict.calendar, hours } };
    const { handle, marks } = scheduleOf(open, { ...about, kind: 'inquiry' });
    expect(handle.at).toBe(local('2026-11-25 00:00'));
    expect(marks.at(-1)).toEqual(mark('handle', 'escalation', '2026-11-27 00:00')); // Wednesday and Thursday are overdue
  });
});

const matter = fc.record({
  kind: fc.constantFrom(...TicketKind.options),
  category: fc.constantFrom(...smallDistrict.categories.map(({ id }) => id)),
  urgent: fc.boolean(),
  openedAt: fc
    .integer({ min: 0, max: 360 * 24 * 60 })
    .map((n) => new Date(Date.parse(local('2026-01-01 00:00')) + n * 60_000).toISOString()),
});

describe('laws of every schedule', () => {
  it('lets cards fall in order: yellow, then due, then red, then escalation, and each once', () => {
    fc.assert(
      fc.property(matter, (of) => {
        const { accept, handle, marks } = scheduleOf(smallDistrict, of);
        const at = (limit: string, colour: string) => marks.find((one) => one.limit === limit && one.colour === colour)?.at;
        const [yellow, red, escalation] = [
          at('handle', 'yellow') ?? '',
          at('handle', 'red') ?? '',
          at('handle', 'escalation') ?? '',
        ];
        expect(accept.at > of.openedAt).toBe(true);
        expect(yellow < handle.at && handle.at <= red && red < escalation).toBe(true);
        expect((at('accept', 'red') ?? '') >= accept.at).toBe(true);
        expect(marks.map((one) => one.at)).toEqual(marks.map((one) => one.at).sort());
        expect(new Set(marks.map(({ limit, colour }) => limit + colour)).size).toBe(marks.length);
      }),
    );
  });

  it('lets no card fall outside working hours unless the matter is urgent', () => {
    const calendar = workingCalendar(smallDistrict.calendar, 480);
    fc.assert(
      fc.property(matter, (of) => {
        if (of.urgent) return;
        for (const { at } of scheduleOf(smallDistrict, of).marks) {
          expect(calendar.isWorkingTime(at)).toBe(true);
          expect(mayRemind(smallDistrict, at)).toBe(true);
        }
      }),
    );
  });
});

describe('the next card', () => {
  const { received, accepted, resolved, closed, returned } = ticketIn();
  const names = (ticket: Ticket): string[] => {
    const cards: string[] = [];
    for (let next = nextMark(ticket); next; next = nextMark(ticket)) {
      cards.push(`${next.limit} ${next.colour}`);
      ticket = changed(ticket, { action: 'card', mark: next }, 'system', next.at).ticket;
    }
    return cards;
  };

  it('is each in its order, then none', () => {
    expect(names(received)).toEqual(['accept red', 'handle yellow', 'handle red', 'handle escalation']);
  });

  it('is none for signing once the ticket was signed for', () => {
    expect(names(accepted)).toEqual(['handle yellow', 'handle red', 'handle escalation']);
  });

  it('goes on while the ticket is bounced about: the clock runs from intake', () => {
    expect(names(returned)).toEqual(names(received));
  });

  it('is none once the clock has stopped', () => {
    expect(names(resolved)).toEqual([]);
    expect(names(closed)).toEqual([]);
    expect(names(opening({ answer: 'At the town hall, room 4' }).ticket)).toEqual([]);
  });
});
