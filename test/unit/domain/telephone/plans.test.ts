import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import parseWithAll from 'libphonenumber-js/max';
import parseWithMin from 'libphonenumber-js/min';
import { describe, expect, it } from 'vitest';
import { COUNTRIES, type TelephoneHome } from '#domain/telephone/home.ts';
import { kindOf, subscriberOf } from '#domain/telephone/plans.ts';
import { canBeRung, canBeTexted } from '#domain/telephone/reach.ts';
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
