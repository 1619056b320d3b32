import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callerIn } from '#domain/telephone/caller.ts';
import { readTelephone } from '#domain/telephone/read-telephone.ts';
import { StoredTelephone } from '#domain/telephone/stored-telephone.ts';
import { Telephone } from '#domain/telephone/telephone.ts';
import { isWithheld } from '#domain/telephone/withheld.ts';
import { HOME, twoSpellings } from './spellings.ts';

const known = twoSpellings.filter(({ one, other }) => !isWithheld(one) && !isWithheld(other));

describe('a telephone number', () => {
  it('is the same one in every spelling', () => {
    fc.assert(
      fc.property(known, ({ canonical, one, other }) => {
        expect([readTelephone(one, HOME), readTelephone(other, HOME)]).toEqual([canonical, canonical]);
        expect(callerIn(one, HOME)).toEqual({ is: 'telephone', telephone: canonical });
      }),
    );
  });

  it('is never another one', () => {
    fc.assert(
      fc.property(known, known, (first, second) => {
        const same = first.canonical === second.canonical;
        expect(readTelephone(first.other, HOME) === readTelephone(second.other, HOME)).toBe(same);
      }),
    );
  });

  it('stays as it is when it is read again, here and anywhere else, and from an old row', () => {
    const written = fc.oneof(
      fc.string(),
      fc.stringMatching(/^\+?[0-9 -]{3,18}$/),
      known.map(({ other }) => other),
    );
    fc.assert(
      fc.property(written, (text) => {
        const once = readTelephone(text, HOME);
        if (once === undefined) return;
        expect(Telephone.safeParse(once).success).toBe(true);
        expect(readTelephone(once, HOME)).toBe(once);
        expect(StoredTelephone.parse(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['7123456', '+865337123456'],
    ['05330000000', '+865330000000'],
    ['13800000000', '+8613800000000'],
    ['+8605337181890', '+865337181890'],
    ['(0533) 718-1890', '+865337181890'],
    ['+86 (0)533 7181890', '+865337181890'],
    ['８６ １３８ ０００００００００'.replace('０００００００００', '０００００００ ０'), '+8613800000000'],
    ['10000000011', '+8610000000011'],
    ['010-65001234', '+861065001234'],
    ['400 123 4567', '+864001234567'],
    ['+852 9123 4567', '+85291234567'],
    ['+1 (202) 555-0101', '+12025550101'],
    ['+252 2345678', '+2522345678'],
    ['+13802550123', '+13802550123'],
  ])('%s is %s', (written, telephone) => expect(readTelephone(written, HOME)).toBe(telephone));

  it.each([
    ...[
      '+867123456',
      '86 7123456',
      '+8610086',
      '10086',
      '1010086',
      '95588',
      '110',
      '12345',
      '81890',
      '+8600000000',
      '+861380000000',
      '138000000001',
    ],
    ...[
      '0533-7181890转801',
      '7181890 ext 1',
      'sip:7181890@pbx.example.com',
      '王小丽',
      '',
      '+',
      '0',
      '+1',
      '+1234567890123456',
      '1.5e10',
    ],
    ...['12025550101', '+7378742883', '+266696687', '+464'],
  ])('%s is none', (written) => expect(readTelephone(written, HOME)).toBeUndefined());

  it('is read where the district is at home', () => {
    expect(readTelephone('91234567', { country: 'HK' })).toBe('+85291234567');
    expect(readTelephone('7123456', { country: 'CN' })).toBeUndefined();
    expect(readTelephone('65001234', { country: 'CN', areaCode: '10' })).toBe('+861065001234');
    expect(readTelephone('202 555 0101', { country: 'US' })).toBe('+12025550101');
  });
});

describe('a number in an old row', () => {
  it.each([
    ['+8610000000001', '+8610000000001'],
    ['13800000000', '+8613800000000'],
    ['05337181890', '+865337181890'],
    ['+8605337181890', '+865337181890'],
    ['008613800000000', '+8613800000000'],
    ['8613800000000', '+8613800000000'],
    ['+7378742883', '+7378742883'],
    ['1001', undefined],
    ['7181890', undefined],
    ['', undefined],
    ['alice', undefined],
  ])('%s is %s', (kept, telephone) => expect(StoredTelephone.parse(kept)).toBe(telephone));
});
