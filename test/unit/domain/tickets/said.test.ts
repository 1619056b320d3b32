import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ticketRow } from '#adapters/dynamodb/rows.ts';
import { factsAlone } from '#domain/tickets/said.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { sizeOfRow } from '#scripts/bench/row-size.ts';
import { changed, opening } from '#test/unit/domain/new-ticket.ts';

/** As long as an account's is. */
const KEY = 'user:0a6c1f4e-7a10-4c1e-9d52-000000000001';
const han = fc.string({ unit: fc.constantFrom('水', '管', 'x', '😀', '\n', '\u0301', ' '), minLength: 1, maxLength: 400 });
const texts = fc.array(
  han.filter((text) => text.trim() !== ''),
  { minLength: 1, maxLength: 12 },
);

/** A ticket that has been through all that fills a row, in which people wrote these texts. */
const lived = ([first = '水', ...others]: string[]): Ticket => {
  let { ticket } = opening({ matter: first, place: others[0]?.slice(0, 100) });
  const go = (...given: Parameters<typeof changed> extends [unknown, ...infer Rest] ? Rest : never): void => {
    ticket = changed(ticket, ...given).ticket;
  };
  const dispatch = { action: 'dispatch', department: 'waterworks', rule: 'water' } as const;
  go(dispatch, 'system');
  go({ action: 'return', reason: (others[1] ?? 'no').slice(0, 500) }, 'department');
  go(dispatch, 'agent');
  go({ action: 'assign' }, 'system');
  for (const text of new Set(others)) go({ action: 'add', text }, 'resident');
  for (const mark of ticket.schedule.marks) go({ action: 'card', mark }, 'system');
  go({ action: 'accept' }, 'department');
  go({ action: 'record', recording: `recordings/twilio/CA${'0'.repeat(32)}/RE${'0'.repeat(32)}` }, 'system');
  go({ action: 'resolve', outcome: first }, 'department');
  go({ action: 'rate', rating: { solved: true, stars: 5, comment: first } }, 'resident');
  return ticket;
};

it("a ticket's row has the beginning of the matter alone, and fits one kilobyte whatever people write", () => {
  fc.assert(
    fc.property(texts, (said) => {
      const ticket = lived(said.map((text) => text.trim()));
      const row = ticketRow({ ...ticket, reporter: { ...ticket.reporter, key: KEY } });
      expect(sizeOfRow(row)).toBeLessThanOrEqual(1024);
      const { excerpt } = factsAlone(ticket);
      expect(excerpt.isWellFormed()).toBe(true);
      expect(ticket.matter.startsWith(excerpt)).toBe(true);
      expect([...excerpt].length).toBeLessThanOrEqual(60);
      for (const hidden of ['matter', 'place', 'additions', 'returns', 'outcome', 'sorting', 'recording'])
        expect(row).not.toHaveProperty(hidden);
    }),
  );
});
