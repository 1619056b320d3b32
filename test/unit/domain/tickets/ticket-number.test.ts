import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  MOST_DIGITS,
  MOST_MORE_DIGITS,
  randomParts,
  readTicketNumber,
  TicketNumber,
  ticketNumber,
} from '#domain/tickets/ticket-number.ts';

const day = fc
  .integer({ min: 0, max: 36_500 })
  .map((n) => new Date(Date.UTC(2000, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));
const more = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: MOST_MORE_DIGITS }));
const number = fc
  .tuple(day, more, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }))
  .map(([on, digits, chance]) => ticketNumber('LZ', on, Math.floor(chance * randomParts(digits)), digits));
const isNumber = (text: string): boolean => TicketNumber.safeParse(text).success;

describe('a ticket number', () => {
  it('has the form LZ + yymmdd + five digits + check digit', () => {
    expect(ticketNumber('LZ', '2026-11-23', 4821)).toMatch(/^LZ26112304821\d$/);
    expect(ticketNumber('LZ', '2026-01-02', 0)).toMatch(/^LZ26010200000\d$/);
  });

  it('ends with the check digit of Damm: 4 for 572, as his thesis has it', () => {
    expect(ticketNumber('LZ', '2000-00-00', 572)).toBe('LZ000000005724');
  });

  it('is read back as it was made, also in small letters, with gaps, without letters and in full-width signs', () => {
    fc.assert(
      fc.property(number, (made) => {
        const wide = [...made].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join('');
        for (const typed of [
          made,
          made.toLowerCase(),
          made.slice(2),
          made.replace(/(.{4})/g, '$1 '),
          made.replace(/(.{3})/g, '$1-'),
          wide,
          wide.slice(2),
        ]) {
          expect(readTicketNumber(typed, 'LZ')).toBe(made);
        }
        expect(isNumber(made)).toBe(true);
      }),
    );
  });

  it('is told from every number with one wrong digit', () => {
    fc.assert(
      fc.property(number, (made) => {
        for (let place = 2; place < made.length; place += 1) {
          for (const digit of '0123456789') {
            if (digit === made[place]) continue;
            const wrong = made.slice(0, place) + digit + made.slice(place + 1);
            expect(isNumber(wrong), `${wrong} for ${made}`).toBe(false);
            expect(readTicketNumber(wrong, 'LZ')).toBeUndefined();
          }
        }
      }),
    );
  });

  it('is told from every number with two neighbours swapped', () => {
    fc.assert(
      fc.property(number, (made) => {
        for (let place = 2; place < made.length - 1; place += 1) {
          const [one, other] = [made[place], made[place + 1]] as [string, string];
          if (one === other) continue;
          const wrong = made.slice(0, place) + other + one + made.slice(place + 2);
          expect(isNumber(wrong), `${wrong} for ${made}`).toBe(false);
        }
      }),
    );
  });

  it('differs for different random parts of a day', () => {
    const made = Array.from({ length: 2000 }, (_, random) => ticketNumber('LZ', '2026-11-23', random * 50));
    expect(new Set(made).size).toBe(made.length);
  });

  it.each(['', 'LZ', '12345', 'LZ2611230482', 'L2611230048217', 'LZ26112304821x', '📞', 'LZ 0000 0000 5725', 'LZ0000000057244'])(
    'is not %j',
    (typed) => expect(readTicketNumber(typed, 'LZ')).toBeUndefined(),
  );

  it('is read as software copies it: between signs of direction, with signs that are not seen, and hyphens of all kinds', () => {
    const between = fc.constantFrom('', ' ', '\u00a0', '\u3000', '\t', '\u200b', '\u2060', '\ufeff', '\u00ad', '\u200e');
    const hyphen = fc.constantFrom('-', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212', '\uff0d', '\ufe63', '\u2043');
    fc.assert(
      fc.property(number, fc.array(fc.oneof(between, hyphen), { minLength: 22, maxLength: 22 }), (made, gaps) => {
        const copied = `\u202d${[...made].map((sign, n) => sign + gaps[n]).join('')}\u202c`;
        expect(readTicketNumber(copied, 'LZ')).toBe(made);
        const wrong = copied.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
        expect(readTicketNumber(wrong, 'LZ')).toBeUndefined();
      }),
    );
  });

  it.each(['工', '【', '】', '。', '.', '·', '_', '#'])(
    'is read where it was copied with %s only if that is punctuation',
    (sign) => {
      const made = ticketNumber('LZ', '2026-11-23', 4821);
      expect(readTicketNumber(`${made}${sign}`, 'LZ')).toBe(sign === '工' ? undefined : made);
    },
  );

  it('that is longer has as many digits more as were asked for, and each random part makes another', () => {
    for (const digits of [1, 2]) {
      const made = Array.from({ length: 5000 }, (_, n) =>
        ticketNumber('LZ', '2026-11-23', Math.floor((n * randomParts(digits)) / 5000), digits),
      );
      expect(new Set(made).size).toBe(made.length);
      expect(made.every((one) => one.length === 14 + digits && isNumber(one))).toBe(true);
    }
    expect(ticketNumber('LZ', '2026-11-23', randomParts(MOST_MORE_DIGITS) - 1, MOST_MORE_DIGITS)).toHaveLength(2 + MOST_DIGITS);
    expect(randomParts(MOST_MORE_DIGITS)).toBeLessThan(2 ** 48);
  });

  it('begins with no other one: what was cut off is mistyped', () => {
    fc.assert(
      fc.property(number, fc.stringMatching(/^\d{1,3}$/), (made, behind) => {
        for (let end = 0; end < made.length; end += 1) expect(isNumber(made.slice(0, end))).toBe(false);
        expect(isNumber(made + behind)).toBe(false);
      }),
    );
  });

  it('keeps the letters of another district', () => {
    expect(readTicketNumber('zc000000005724', 'LZ')).toBe('ZC000000005724');
  });
});
