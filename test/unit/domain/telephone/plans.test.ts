import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import parseWithAll from 'libphonenumber-js/max';
import parseWithMin from 'libphonenumber-js/min';
import { describe, expect, it } from 'vitest';
import { COUNTRIES, type TelephoneHome } from '#domain/telephone/home.ts';
import { kindOf, subscriberOf } from '#domain/telephone/plans.ts';
import { canBeRung, canBeTexted, whyNotRung } from '#domain/telephone/reach.ts';
import { Telephone } from '#domain/telephone/telephone.ts';
import { PLANS_FILE, plansText } from '#scripts/telephone/plans.ts';
import { telephone } from '#test/unit/domain/telephones.ts';
import { HOME } from './spellings.ts';

const KINDS: Record<string, string> = { MOBILE: 'mobile', FIXED_LINE_OR_MOBILE: 'mobile', FIXED_LINE: 'landline' };

describe('the plans of numbers', () => {
  it('are what `npm run telephone-plans` writes', () => expect(readFileSync(PLANS_FILE, 'utf8')).toBe(plansText()));

  it('say of each number what the whole library says', () => {
    const code = fc.constantFrom('86', '8613', '8615', '86533', '8610', '8640', '852', '853', '886', '82', '81', '1');
    // A trunk prefix behind the code is written by people, and tried elsewhere; with one of a Korean carrier nobody writes it.
    const number = fc.tuple(code, fc.stringMatching(/^[1-9]\d{4,10}$/)).map(([first, rest]) => `+${first}${rest}`);
    fc.assert(
      fc.property(
        number.filter((one) => Telephone.safeParse(one).success),
        (one) => {
          const theirs = parseWithAll(one, { extract: false });
          const country = COUNTRIES.find((known) => known === theirs?.country);
          const kind = theirs?.isValid() && country !== undefined ? (KINDS[theirs.getType() ?? ''] ?? 'other') : undefined;
          const ours = subscriberOf(one, HOME);
          if (one.startsWith('+86')) expect(ours).toBe(kind === undefined ? undefined : theirs?.number);
          else expect(ours).toBeDefined();
          // A service behind an area code is one for us, and a landline for the library.
          const isService = one.startsWith('+86') && one.length < 13;
          if (ours !== undefined) expect(kindOf(ours, HOME).kind).toBe(isService ? 'other' : (kind ?? 'other'));
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('know more than whether the length fits', () => {
    expect(parseWithMin('+867123456')?.isValid()).toBe(true);
    expect(subscriberOf('+867123456', HOME)).toBeUndefined();
  });
});

describe('who is texted and rung', () => {
  it.each([
    ['+8613800000000', 'mobile', true, true],
    ['+8610000000011', 'mobile', true, true],
    ['+865337181890', 'landline', false, true],
    ['+8653312320', 'other', false, false],
    ['+864001234567', 'other', false, false],
    ['+8610000100011', 'other', false, false],
    ['+85291234567', 'mobile', false, false],
    ['+12025550101', 'mobile', false, false],
    ['+19005550123', 'other', false, false],
    ['+2522345678', 'other', false, false],
    ['+88212345678', 'other', false, false],
  ])('%s is %s: texted %s, rung %s', (number, kind, texted, rung) => {
    const one = telephone(number);
    expect([kindOf(one, HOME).kind, canBeTexted(one, HOME), canBeRung(one, HOME)]).toEqual([kind, texted, rung]);
  });

  it('are those of the countries that the district names beside its own', () => {
    const home: TelephoneHome = { ...HOME, reaches: ['HK'] };
    expect(canBeTexted(telephone('+85291234567'), home)).toBe(true);
    expect(canBeTexted(telephone('+8613800000000'), home)).toBe(true);
    expect(canBeRung(telephone('+12025550101'), home)).toBe(false);
  });
});

describe('numbers for which who calls them pays, and those of countries without a plan', () => {
  // Premium, shared cost and satellites, as their countries number them; Somalia, and what spells "anonymous".
  const paid = fc.oneof(
    ...[
      '+1900',
      '+8640',
      '+86400',
      '+81990',
      '+81570',
      '+82060',
      '+886203',
      '+87',
      '+881',
      '+882',
      '+883',
      '+252',
      '+979',
      '+808',
    ].map((first) => fc.stringMatching(/^[2-9]\d{5,8}$/).map((rest) => `${first}${rest}`)),
  );
  const homes = fc.record({
    country: fc.constantFrom(...COUNTRIES),
    reaches: fc.uniqueArray(fc.constantFrom(...COUNTRIES), { minLength: 1 }),
  });

  it('are neither texted nor rung, whatever countries a district reaches, and it is said why', () => {
    fc.assert(
      fc.property(paid, homes, (number, home: TelephoneHome) => {
        const { data } = Telephone.safeParse(number);
        if (data === undefined) return;
        const isKnown = parseWithAll(number, { extract: false })?.isValid() === true;
        const kind = parseWithAll(number, { extract: false })?.getType() ?? '';
        // A few of these are somebody's line behind the same digits.
        if (isKnown && kind in KINDS) return;
        expect([canBeTexted(data, home), canBeRung(data, home)]).toEqual([false, false]);
        expect(['other-country', 'special-number']).toContain(whyNotRung(data, home));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['+19002345678', { country: 'CN', reaches: ['US'] }, 'other-country'],
    ['+19005550123', { country: 'CN' }, 'other-country'],
    ['+864001234567', { country: 'CN' }, 'special-number'],
    ['+88212345678', { country: 'CN', reaches: [...COUNTRIES] }, 'other-country'],
    ['+2522345678', { country: 'CN', reaches: [...COUNTRIES] }, 'other-country'],
    ['+8613800000000', { country: 'CN' }, undefined],
  ] as [string, TelephoneHome, string | undefined][])('%s for %j: %s', (number, home, why) =>
    expect(whyNotRung(telephone(number), home)).toBe(why),
  );
});
