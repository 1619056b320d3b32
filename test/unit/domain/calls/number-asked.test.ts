import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberAsked } from '#domain/calls/found-ticket.ts';
import { sayDigits } from '#domain/calls/spoken-number.ts';
import type { State } from '#domain/calls/state.ts';
import { randomParts, ticketNumber } from '#domain/tickets/ticket-number.ts';

const asked = { question: 'look-up' } as State;
const heard = (speech: string): string | undefined => numberAsked(asked, { speech }, 'LZ');

const number = fc
  .tuple(fc.constantFrom('2026-11-23', '2027-01-01', '2028-02-29'), fc.nat(randomParts() - 1))
  .map(([day, random]) => ticketNumber('LZ', day, random));
const before = fc.constantFrom(
  ...[
    '',
    '我查一下',
    '工单号是',
    '一共十二位，',
    '号码是',
    '十一月二十三号报的，号是',
    '我要查',
    '我要',
    '两个月了，',
    '第一次打，',
  ],
);
const after = fc.constantFrom('', '，对吧', '，一共十二位', '，就这个', '，三天了', '，十一月的');
const between = fc.constantFrom('', '，', ' ', '，然后', '、再来');
const spelt = fc.constantFrom(
  (digits: string) => digits,
  (digits: string) => sayDigits(digits, 'zh'),
  (digits: string) => sayDigits(digits, 'zh').replaceAll('幺', '一').replaceAll('零', '〇'),
  (digits: string) => sayDigits(digits, 'zh').replaceAll('幺', '要'),
  (digits: string) => sayDigits(digits, 'zh').replaceAll('幺', '腰'),
  (digits: string) => sayDigits(digits, 'zh').replaceAll('零', '洞').replaceAll('七', '拐').replaceAll('二', '两'),
);
const saidAs = (digits: string, gap: string, spell: (group: string) => string): string =>
  (digits.match(/\d{1,4}/g) ?? []).map(spell).join(gap);

describe('a number that was said', () => {
  it('is read however its digits are spelt, in parts, and with other digits around it', () => {
    fc.assert(
      fc.property(number, before, after, between, spelt, (whole, ahead, behind, gap, spell) => {
        const speech = ahead + saidAs(whole.slice(2), gap, spell) + behind;
        expect([speech, heard(speech)]).toEqual([speech, whole]);
      }),
      { numRuns: 2000 },
    );
  });

  it('with one wrong digit, or two that changed places, is no number, whatever is said around it', () => {
    fc.assert(
      fc.property(
        number,
        fc.nat(11),
        fc.integer({ min: 1, max: 9 }),
        before,
        after,
        spelt,
        (whole, at, more, ahead, behind, spell) => {
          const digits = [...whole.slice(2)];
          digits[at] = String((Number(digits[at]) + more) % 10);
          const speech = ahead + saidAs(digits.join(''), '，', spell) + behind;
          expect([speech, heard(speech)]).toEqual([speech, undefined]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is none where nothing was said, or another question was asked', () => {
    for (const speech of ['', '我没有号码', '一共十二位', '十一月二十三号']) expect(heard(speech)).toBeUndefined();
    expect(numberAsked({ question: 'place' } as State, { speech: '261123048217' }, 'LZ')).toBeUndefined();
  });
});
