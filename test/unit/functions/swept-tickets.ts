import { expect } from 'vitest';
import type { Command } from '#domain/tickets/commands.ts';
import type { Intake } from '#domain/tickets/open-ticket.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import type { Role } from '#domain/tickets/ticket-words.ts';
import { createHandler } from '#functions/raise-cards/handler.ts';
import type { Clock } from '#ports/clock.ts';
import type { DueIndex, TicketStore } from '#ports/ticket-store.ts';
import { lineOf } from '#runtime/log.ts';
import { memoryTickets } from '#test/adapters/memory/tickets.ts';
import { changed, MONDAY_AT_TEN, opening } from '#test/unit/domain/new-ticket.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';

/** A moment as the clock on the wall in the district shows it. */
export const local = (text: string): string => new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString();
/** Long after everything was due, on a Tuesday morning. */
export const MUCH_LATER = local('2026-12-15 09:00');

/** A tickets table, what happens to its tickets, and the sweep over it. */
export const hotline = () => {
  const table = memoryTickets();
  const lines: string[] = [];
  const open = async (intake: Partial<Intake> = {}, random = 4821, at = MONDAY_AT_TEN): Promise<Ticket> => {
    const change = opening(intake, { random, at });
    await table.open(change, { scope: 'test', key: String(random), digest: 'd' });
    return change.ticket;
  };
  const does = async (number: string, command: Command, role: Role, at: string): Promise<void> => {
    await table.commit(changed((await table.get(number)) as Ticket, command, role, at));
  };
  const sweep = (
    at: string,
    {
      store = table,
      dueIndex = table,
      now = () => at,
    }: { store?: Pick<TicketStore, 'get' | 'commit'>; dueIndex?: DueIndex; now?: Clock } = {},
  ) => createHandler({ store, dueIndex, district: smallDistrict, now, log: (...line) => lines.push(lineOf(...line)) })();
  const cards = async (number: string): Promise<string[]> => {
    const events = await table.events(number);
    const told = events.flatMap((event) => (event.type === 'carded' ? [`${event.mark.limit} ${event.mark.colour}`] : []));
    const held = (await table.get(number))?.cards.map(({ limit, colour }) => `${limit} ${colour}`);
    expect(held).toEqual(told);
    return told;
  };
  return { table, lines, open, does, sweep, cards };
};
/** All cards of a ticket that nobody touches. */
export const ALL = ['accept red', 'handle yellow', 'handle red', 'handle escalation'];
