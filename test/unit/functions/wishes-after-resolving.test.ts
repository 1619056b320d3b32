import { expect, it } from 'vitest';
import { changeTicket } from '#domain/tickets/change-ticket.ts';
import type { Command } from '#domain/tickets/commands.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { linzi } from '#test/unit/domain/calls/call-in-linzi.ts';
import { telephone } from '#test/unit/domain/telephones.ts';
import { phoneHotline } from './phone-hotline.ts';

const PHONE = telephone('+8610000000791');

it.each([
  ['保密', { confidential: true, anonymous: true }],
  ['我要匿名', { anonymous: true }],
])('who says %s when their danger is over already is not known', async (speech, reporter) => {
  const { tell, tickets } = phoneHotline();
  const step = (step: number, answer: object) => tell({ what: 'step', call: 'one', phone: PHONE, step, answer });
  await step(0, {});
  await step(1, { speech: '齐都镇西关村有人在打老婆' });
  const now = (): Ticket => tickets.allTickets()[0] ?? expect.fail('there is no ticket');
  const department = now().department ?? 'water';
  const as = async (actor: Parameters<typeof changeTicket>[3]['actor'], command: Command) => {
    const changed = changeTicket(now(), command, linzi, { at: now().openedAt, correlationId: 'c', actor });
    if (changed !== 'already-done') await tickets.commit(changed);
  };
  const officer = { role: 'department' as const, id: 'w', department };
  await as({ role: 'system' }, { action: 'dispatch', department, rule: 'x' });
  await as(officer, { action: 'accept' });
  await as(officer, { action: 'resolve', outcome: '已到场处置' });
  await step(2, { speech });
  expect(now()).toMatchObject({ state: 'resolved', reporter });
});
