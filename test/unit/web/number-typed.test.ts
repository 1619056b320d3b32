import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTicketNumber, ticketNumber } from '#domain/tickets/ticket-number.ts';
import { numberTyped } from '#web/resident/number-typed.ts';

const number = fc.integer({ min: 0, max: 99_999 }).map((random) => ticketNumber('LZ', '2026-11-23', random));
const before = fc.constantFrom('', '工单号：', '工单号', '单号 ', '我的工单是', 'ticket number ', 'No. ', '【临淄热线】您的工单');
const behind = fc.constantFrom('', '。', '（路灯）', '，请查', ' please', '的那件，电话13800138000');
const written = fc.constantFrom<(made: string) => string>(
  (made) => made,
  (made) => made.toLowerCase(),
  (made) => made.slice(2),
  (made) => made.replace(/(\d{4})/g, ' $1'),
  (made) => [...made].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join(''),
);

describe('the number of a ticket', () => {
  it('is read with words around it', () => {
    fc.assert(
      fc.property(number, before, behind, written, (made, one, other, write) => {
        expect(readTicketNumber(numberTyped(one + write(made) + other), 'LZ')).toBe(made);
      }),
    );
  });

  it.each(['昨天反映的那个', '13800138000', '', 'LZ 2611', 'LZ261123048217 LZ261123048225'])('is none of %j', (text) =>
    expect(numberTyped(text)).toBe(text),
  );
});
