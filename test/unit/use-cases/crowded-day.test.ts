import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { byListKey, OPEN_PKS } from '#adapters/dynamodb/keys.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { readTicketNumber } from '#domain/tickets/ticket-number.ts';
import { readDistrict } from '#infra/district/read-district.ts';
import type { IdempotencyMark, Opening } from '#ports/ticket-store.ts';
import { inState } from '#test/adapters/in-state.ts';
import { memoryPhoneKeys } from '#test/adapters/memory/phone-keys.ts';
import { memoryTickets } from '#test/adapters/memory/tickets.ts';
import { takeIntake } from '#use-cases/take-intake.ts';

const { district } = readDistrict('config/example');
const CROWD = 200_000;

/** The numbers of a day alone: a table that remembers no more of its tickets opens a crowd of them in seconds. */
const numbersOfADay = () => {
  const numbers = new Set<string>();
  let writes = 0;
  return {
    numbers,
    writes: () => writes,
    open: async ({ ticket }: { ticket: Ticket }, _: IdempotencyMark): Promise<Opening> => {
      writes += 1;
      if (numbers.has(ticket.number)) return { outcome: 'number-taken' };
      numbers.add(ticket.number);
      return { outcome: 'opened' };
    },
  };
};

/** Numbers that look random and are the same in every run. */
const seeded = (): ((limit: number) => number) => {
  let state = createHash('sha256').update('a crowded day').digest().readUInt32LE();
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const high = state;
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor(((high * 2 ** 21 + (state >>> 11)) / 2 ** 53) * limit);
  };
};

const intake = {
  kind: 'help',
  channel: 'phone',
  matter: 'No water',
  area: district.areas[0]?.id ?? '',
  // Its limits are the quickest to work out.
  urgent: true,
  anonymous: false,
  danger: 'none',
} as const;

describe('a day with more tickets than numbers of twelve digits', () => {
  it('refuses nobody, and every number is another one and is read as it was made', async () => {
    const store = numbersOfADay();
    const needs = { store, phoneKeys: memoryPhoneKeys, district, randomBelow: seeded() };
    const circumstances = { at: '2026-11-23T02:30:00.000Z', actor: { role: 'system' }, correlationId: 'crowd' } as const;
    for (let n = 0; n < CROWD; n += 1) {
      const mark = { scope: 'crowd', key: String(n), digest: String(n) };
      const { replayed } = await takeIntake(intake, mark, circumstances, needs);
      if (replayed) throw new Error('each of them is a new one');
    }
    expect(store.numbers.size).toBe(CROWD);
    const misread = [...store.numbers].filter((number) => readTicketNumber(number.slice(2), district.letters) !== number);
    expect(misread).toEqual([]);
    const ofLength = (digits: number): number => [...store.numbers].filter(({ length }) => length === digits + 2).length;
    expect(ofLength(12)).toBeGreaterThan(90_000);
    expect(ofLength(12) + ofLength(13)).toBeGreaterThan(0.99 * CROWD);
    // Crowded as it is, an opening takes few writes.
    expect(store.writes() / CROWD).toBeLessThan(4);
  }, 60_000);

  it('has tickets that are read and listed as all others', async () => {
    const tickets = memoryTickets();
    // Of every random part the store has a ticket already, until numbers are longer.
    const crowded = {
      open: (change: Parameters<typeof tickets.open>[0], mark: IdempotencyMark): Promise<Opening> =>
        change.ticket.number.length > 14 ? tickets.open(change, mark) : Promise.resolve({ outcome: 'number-taken' }),
    };
    const needs = { store: crowded, phoneKeys: memoryPhoneKeys, district, randomBelow: seeded() };
    const circumstances = { at: '2026-11-23T02:30:00.000Z', actor: { role: 'system' }, correlationId: 'crowd' } as const;
    for (let n = 0; n < 50; n += 1) {
      const mark = { scope: 'crowd', key: String(n), digest: String(n) };
      const { ticket } = await takeIntake(intake, mark, circumstances, needs);
      expect(ticket.number).toMatch(/^EX261123\d{7}$/);
      expect(await tickets.get(readTicketNumber(ticket.number.toLowerCase(), 'EX') ?? '')).toMatchObject({ matter: 'No water' });
      expect(byListKey(ticket, false).byListPk).toBe('DONE#2026-11');
      expect(OPEN_PKS).toContain(byListKey(ticket, true).byListPk);
    }
    expect((await inState(tickets, 'received', { size: 100 })).items).toHaveLength(50);
  });
});
