import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Instant, minutesBetween, plusMinutes } from '#domain/instant.ts';
import { askedFor, CODE_MINUTES, isGood, type LookUp, triedOnce } from '#domain/tickets/look-up.ts';
import { MONDAY_AT_TEN } from '#test/unit/domain/new-ticket.ts';

const of = { number: 'LZ261123100016', phoneKey: 'key' };
const MOST = 3;
const dayIn = (at: Instant): string => at.slice(0, 10);
const ask = (seen: LookUp | undefined, at: Instant) => askedFor(seen, of, at, { day: dayIn(at), most: MOST });

/** What strangers do one after the other: they wait some minutes, and ask for a code, or try one, rarely the right one. */
const deeds = fc.array(
  fc.record({
    minutes: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(0, 0.5, 1) }, fc.double({ min: 0, max: 300, noNaN: true })),
    deed: fc.constantFrom('ask', ...Array<'wrong'>(9).fill('wrong'), 'right'),
  }),
  { maxLength: 80 },
);

describe('a look-up, whatever strangers do', () => {
  it('gives out few codes a day, each of which is tried few times, used once, and good for ten minutes', () => {
    fc.assert(
      fc.property(deeds, (all) => {
        let at = MONDAY_AT_TEN;
        let seen: LookUp | undefined;
        const codes = new Map<string, number>();
        const tries = new Map<Instant, ('right' | 'wrong')[]>();
        for (const { minutes, deed } of all) {
          at = plusMinutes(at, minutes);
          if (deed === 'ask') {
            const asked = ask(seen, at);
            if (asked === 'too-many') expect(codes.get(dayIn(at))).toBe(MOST);
            if (typeof asked === 'string') continue;
            expect(asked.version).toBe((seen?.version ?? 0) + 1);
            seen = asked;
            codes.set(dayIn(at), (codes.get(dayIn(at)) ?? 0) + 1);
          } else if (seen && isGood(seen, at)) {
            expect(minutesBetween(seen.askedAt, at)).toBeLessThan(CODE_MINUTES);
            tries.set(seen.askedAt, [...(tries.get(seen.askedAt) ?? []), deed]);
            seen = triedOnce(seen, deed === 'right');
          }
        }
        for (const count of codes.values()) expect(count).toBeLessThanOrEqual(MOST);
        for (const ofCode of tries.values()) {
          expect(ofCode.length).toBeLessThanOrEqual(5);
          expect(ofCode.indexOf('right')).toBeOneOf([-1, ofCode.length - 1]);
        }
      }),
    );
  });
});

describe('asking for a code', () => {
  it('again within a minute changes nothing; after it there is another code, and the one before is good no more', () => {
    const first = ask(undefined, MONDAY_AT_TEN) as LookUp;
    expect(ask(first, plusMinutes(MONDAY_AT_TEN, 0.9))).toBe('on-its-way');
    const second = ask(first, plusMinutes(MONDAY_AT_TEN, 1)) as LookUp;
    expect([first.askedAt === second.askedAt, second.tries, second.codes]).toEqual([false, 0, 2]);
  });

  it('begins anew on the next day, and keeps what newer code has written', () => {
    const seen = { ...(ask(undefined, MONDAY_AT_TEN) as LookUp), codes: MOST, newer: 'x' };
    expect(ask(seen, plusMinutes(MONDAY_AT_TEN, 60))).toBe('too-many');
    expect(ask(seen, plusMinutes(MONDAY_AT_TEN, 24 * 60))).toMatchObject({ codes: 1, tries: 0, isUsed: false, newer: 'x' });
  });

  it('makes a code that was used up good again in no way', () => {
    const used = triedOnce(ask(undefined, MONDAY_AT_TEN) as LookUp, true);
    expect(isGood(used, plusMinutes(MONDAY_AT_TEN, 0.5))).toBe(false);
    expect(ask(used, plusMinutes(MONDAY_AT_TEN, 0.5))).toBe('on-its-way');
  });
});
