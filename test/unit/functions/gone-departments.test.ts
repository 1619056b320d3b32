import { expect, it } from 'vitest';
import { staffTicketView } from '#contracts/http/ticket-view.ts';
import { messageOf, TicketEventMessage } from '#contracts/messages/ticket-event-message.ts';
import { changeTicket } from '#domain/tickets/change-ticket.ts';
import { createHandler } from '#functions/assign-unit/handler.ts';
import { queueFunction } from '#runtime/queue.ts';
import { memoryTickets } from '#test/adapters/memory/tickets.ts';
import { actors, changed, MONDAY_AT_TEN, opening } from '#test/unit/domain/new-ticket.ts';
import { readerAs } from '#test/unit/domain/readers.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';
import { failedIn, queueBatch } from './lambda-records.ts';

it('a ticket of a department that is gone is no dead letter: the desk sees so, and a supervisor gives it to another one', async () => {
  const store = memoryTickets();
  const opened = opening();
  await store.open(opened, { scope: 'test', key: '1', digest: 'd' });
  const dispatched = changed(opened.ticket, { action: 'dispatch', department: 'waterworks', rule: 'water' }, 'system');
  await store.commit(dispatched);

  const later = { ...smallDistrict, departments: smallDistrict.departments.filter(({ id }) => id !== 'waterworks') };
  const needs = { store, district: later, now: () => MONDAY_AT_TEN, department: 'waterworks' };
  const outcomes: unknown[] = [];
  const log = (_: string, __: string, line: { outcome?: string }): void => void outcomes.push(line.outcome);
  const run = queueFunction(TicketEventMessage, createHandler(needs), { log: log as never });
  expect(failedIn(await run(queueBatch(messageOf(dispatched.event))))).toEqual([]);
  expect(outcomes).toEqual(['department-gone']);
  const ticket = (await store.get(dispatched.ticket.number)) ?? expect.fail('no ticket');
  expect(ticket).toEqual(dispatched.ticket);
  expect(staffTicketView(ticket, readerAs('supervisor', later))).toMatchObject({
    department: 'waterworks',
    gone: ['department'],
  });

  const command = { action: 'reassign', department: 'heatworks', rule: 'by-hand' } as const;
  const change = changeTicket(ticket, command, later, { at: MONDAY_AT_TEN, actor: actors.supervisor, correlationId: 'test' });
  if (change === 'already-done') return expect.fail('nothing was done');
  expect(staffTicketView(change.ticket, readerAs('supervisor', later))).not.toHaveProperty('gone');
});
