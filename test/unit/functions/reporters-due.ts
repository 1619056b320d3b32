import type { District } from '#domain/district/district.ts';
import { plusMinutes } from '#domain/instant.ts';
import type { Telephone } from '#domain/telephone/telephone.ts';
import type { Command } from '#domain/tickets/commands.ts';
import type { Intake } from '#domain/tickets/open-ticket.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import type { Role } from '#domain/tickets/ticket-words.ts';
import { createHandler } from '#functions/ring-reporters/handler.ts';
import { lineOf } from '#runtime/log.ts';
import { memoryDayCounts } from '#test/adapters/memory/day-counts.ts';
import { memoryTelephony } from '#test/adapters/memory/telephony.ts';
import { memoryTickets } from '#test/adapters/memory/tickets.ts';
import { changed, MONDAY_AT_TEN, opening } from '#test/unit/domain/new-ticket.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';
import { telephone } from '#test/unit/domain/telephones.ts';

/** The number of the reporter of a ticket; the first is 10. */
export const phoneOf = (random: number): Telephone => telephone(`+8610000000${String(random).padStart(3, '0')}`);

/** Resolved tickets of callers, whose reporters are due at once, and the function over them. */
export const hotline = async (count = 1, intake: Partial<Intake> = {}) => {
  const table = memoryTickets();
  const telephony = memoryTelephony();
  const lines: string[] = [];
  let at = MONDAY_AT_TEN;
  const does = async (number: string, command: Command, role: Role): Promise<void> => {
    await table.commit(changed((await table.get(number)) as Ticket, command, role, at));
  };
  const numbers: string[] = [];
  for (let random = 10; random < 10 + count; random += 1) {
    const caller: Partial<Intake> = { channel: 'phone', reporterKey: undefined, contact: { phone: phoneOf(random) } };
    const change = opening({ ...caller, ...intake }, { random });
    await table.open(change, { scope: 'test', key: String(random), digest: 'd' });
    const { number } = change.ticket;
    numbers.push(number);
    await does(number, { action: 'dispatch', department: 'waterworks', rule: 'water' }, 'system');
    await does(number, { action: 'accept' }, 'department');
    await does(number, { action: 'resolve', outcome: 'Mended' }, 'department');
  }
  const needs = {
    store: table,
    dueIndex: table as Pick<typeof table, 'due'>,
    dayCounts: memoryDayCounts(),
    district: smallDistrict as District,
    now: () => at,
    newId: () => 'run',
    publicUrl: 'https://hotline.example',
    telephony: telephony as Pick<typeof telephony, 'ring'> | undefined,
    log: (...line: Parameters<typeof lineOf>) => void lines.push(lineOf(...line)),
  };
  const run = (overrides: Partial<typeof needs> = {}): Promise<number> => createHandler({ ...needs, ...overrides })();
  const pass = (minutes: number): void => {
    at = plusMinutes(at, minutes);
  };
  const callsOf = async (number: string) => (await table.get(number))?.reporterCalls;
  const events = (): string[] => table.allEvents().map(({ type }) => type);
  return { ...needs, table, telephony, lines, numbers, does, run, pass, callsOf, events };
};
