import fc from 'fast-check';
import { expect, it } from 'vitest';
import { eventRow, ticketOf, ticketRow } from '#adapters/dynamodb/rows.ts';
import { changeTicket } from '#domain/tickets/change-ticket.ts';
import type { Command } from '#domain/tickets/commands.ts';
import { actors, MONDAY_AT_TEN, opening } from '#test/unit/domain/new-ticket.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';

const note = fc.option(
  fc.record({ outcome: fc.constantFrom('danger' as const, 'doubt' as const), words: fc.constantFrom<string[]>(['smoke'], []) }),
  { nil: undefined },
);
const correction = fc.record(
  { danger: fc.constantFrom('none' as const, 'doubt' as const, 'danger' as const), urgent: fc.boolean() },
  { requiredKeys: [] },
);
const step: fc.Arbitrary<Command> = fc.oneof(
  correction.map((what): Command => ({ action: 'correct', reason: 'It was misheard', ...what })),
  fc.constantFrom('thick smoke here', 'and the lamp, too').map((text): Command => ({ action: 'add', text })),
  fc.constant<Command>({ action: 'hide-reporter', confidential: false }),
);

it('a ticket that is read again says what it said when it was written, whatever was corrected and added', () => {
  fc.assert(
    fc.property(note, fc.array(step, { maxLength: 8 }), (danger, steps) => {
      const first = opening({ ...(danger && { danger, urgent: danger.outcome === 'danger' }) });
      let { ticket } = first;
      const events = [first.event];
      for (const command of steps) {
        const actor = command.action === 'correct' ? actors.agent : actors.system;
        const change = changeTicket(ticket, command, smallDistrict, { at: MONDAY_AT_TEN, actor, correlationId: 'test' });
        if (change === 'already-done') continue;
        ticket = change.ticket;
        events.push(change.event);
        expect(ticketOf(ticketRow(ticket), events.map(eventRow))).toEqual(ticket);
      }
    }),
  );
});
