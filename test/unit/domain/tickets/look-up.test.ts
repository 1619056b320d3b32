import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Instant, minutesBetween, plusMinutes } from '#domain/instant.ts';
import {
  AGAIN_MINUTES,
  askedFor,
  CODE_MINUTES,
  isGood,
  isLookedUp,
  type LookUp,
  triedOnce,
  usedOnce,
} from '#domain/tickets/look-up.ts';
import { Channel } from '#domain/tickets/ticket-words.ts';
import { changed, MONDAY_AT_TEN, opening } from '#test/unit/domain/new-ticket.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';

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
  it('gives out few codes a day, each of which is tried few times, not long after it was used, and good for ten minutes', () => {
    fc.assert(
      fc.property(deeds, (all) => {
        let at = MONDAY_AT_TEN;
        let seen: LookUp | undefined;
        const codes = new Map<string, number>();
        const tries = new Map<Instant, { deed: 'right' | 'wrong'; at: Instant }[]>();
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
            tries.set(seen.askedAt, [...(tries.get(seen.askedAt) ?? []), { deed, at }]);
            seen = triedOnce(seen);
            if (deed === 'right') seen = usedOnce(seen, at);
          }
        }
        for (const count of codes.values()) expect(count).toBeLessThanOrEqual(MOST);
        for (const ofCode of tries.values()) {
          expect(ofCode.length).toBeLessThanOrEqual(5);
          const first = ofCode.find(({ deed }) => deed === 'right');
          const last = ofCode.at(-1);
          if (first && last) expect(minutesBetween(first.at, last.at)).toBeLessThan(AGAIN_MINUTES);
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
    expect(ask(seen, plusMinutes(MONDAY_AT_TEN, 24 * 60))).toMatchObject({ codes: 1, tries: 0, newer: 'x' });
  });

  it('makes a code that was used up good again in no way', () => {
    const asked = ask(undefined, MONDAY_AT_TEN) as LookUp;
    const used = usedOnce(usedOnce(asked, plusMinutes(MONDAY_AT_TEN, 0.1)), plusMinutes(MONDAY_AT_TEN, 2));
    expect(isGood(used, plusMinutes(MONDAY_AT_TEN, 2))).toBe(true);
    expect(isGood(used, plusMinutes(MONDAY_AT_TEN, 2.1))).toBe(false);
    expect(ask(used, plusMinutes(MONDAY_AT_TEN, 0.5))).toBe('on-its-way');
    expect(ask(used, plusMinutes(MONDAY_AT_TEN, 1))).not.toHaveProperty('usedAt');
  });

  it('takes what a clock that was ahead wrote for stale, and lets clocks differ by less than a minute', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 24 * 60, noNaN: true }), (ahead) => {
        const wrong = ask(undefined, plusMinutes(MONDAY_AT_TEN, ahead)) as LookUp;
        expect(isGood(wrong, MONDAY_AT_TEN)).toBe(false);
        expect(ask(wrong, MONDAY_AT_TEN)).toMatchObject({ askedAt: MONDAY_AT_TEN });
      }),
    );
    const near = ask(undefined, plusMinutes(MONDAY_AT_TEN, 0.9)) as LookUp;
    expect([isGood(near, MONDAY_AT_TEN), ask(near, MONDAY_AT_TEN)]).toEqual([true, 'on-its-way']);
  });
});

describe('a ticket that is looked up without an account', () => {
  const days = (count: number): Instant => plusMinutes(MONDAY_AT_TEN, count * 24 * 60);
  const district = { limits: { ...smallDistrict.limits, lookUpDays: 30 } };
  const called = { channel: 'phone', reporterKey: undefined } as const;

  it('is none that an account filed, by whatever door', () => {
    for (const channel of Channel.options) {
      expect(isLookedUp(opening({ channel }).ticket, district, MONDAY_AT_TEN)).toBe(false);
      expect(isLookedUp(opening({ channel, reporterKey: undefined }).ticket, district, MONDAY_AT_TEN)).toBe(true);
    }
  });

  it('is one that is open, however old, and one that ended, for so many days after its end', () => {
    const { ticket } = opening(called);
    expect(isLookedUp(ticket, district, days(900))).toBe(true);
    const answered = opening({ ...called, answer: 'It is open from nine' }).ticket;
    const withdrawn = changed(opening().ticket, { action: 'withdraw', input: {} } as never, 'resident').ticket;
    for (const ended of [answered, { ...withdrawn, reporter: ticket.reporter }]) {
      expect(isLookedUp(ended, district, days(30))).toBe(true);
      expect(isLookedUp(ended, district, days(30.1))).toBe(false);
      expect(isLookedUp(ended, { limits: smallDistrict.limits }, days(90))).toBe(true);
      expect(isLookedUp(ended, { limits: smallDistrict.limits }, days(91))).toBe(false);
    }
  });
});
