import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callerIn } from '#domain/telephone/caller.ts';
import { Telephone } from '#domain/telephone/telephone.ts';
import { HOME } from './spellings.ts';

const WITHHELD = { is: 'withheld' };
const NOBODY = { is: 'nobody' };

describe('who is at the other end', () => {
  const spelled = ['266696687', '7378742833', '7378742883', '2562533', '8656696', '86282452253', '464'];
  it.each(spelled)('%s is how a provider says that there is no number, whatever stands before it', (number) => {
    for (const before of ['', '+', '+1', '+86', '0086', 'sip:', 'sip:+', 'tel:+']) {
      expect([before, callerIn(before + number, HOME)]).toEqual([before, WITHHELD]);
    }
  });

  it.each([
    ...[
      'anonymous',
      'Anonymous',
      'RESTRICTED',
      'blocked',
      'Unknown',
      'Unavailable',
      'private',
      'Payphone',
      'Not available',
      '0000000000',
    ],
    ...[
      'sip:anonymous@anonymous.invalid',
      '"Anonymous" <sip:anonymous@10.0.0.1:5060;user=phone>',
      'sip:1234567890@anonymous.invalid',
    ],
    ...['sip:restricted@carrier.example', '+7748283'],
  ])('%s is withheld', (address) => expect(callerIn(address, HOME)).toEqual(WITHHELD));

  it.each([
    ...['sip:1001@pbx-a.example.com', 'sip:1001@pbx-b.example.com', '1001@pbx-a.example.com', '1001', 'sip:1001', 'tel:1001'],
    ...[
      'sip:7181890@pbx-a.example.com',
      'tel:1001;phone-context=pbx-a.example.com',
      'sip:alice@pbx.example.com',
      'sip:carrier.example',
    ],
    ...[
      'sip:+867123456@carrier.example',
      '+8610086',
      '12345',
      '',
      '+',
      'client:agent-7',
      'tel:7181890;phone-context=pbx-a.example.com',
    ],
  ])('%s is nobody’s telephone', (address) => expect(callerIn(address, HOME)).toEqual(NOBODY));

  it.each([
    ['sip:+8613800000000@carrier.example', '+8613800000000'],
    ['sip:13800000000@carrier.example:5060;transport=udp', '+8613800000000'],
    ['sips:05337181890@carrier.example', '+865337181890'],
    ['"王" <sip:+8613800000000@10.0.0.1;user=phone>;tag=1', '+8613800000000'],
    ['sip:%2B8613800000000@carrier.example', '+8613800000000'],
    ['sip:+86-138-0000-0000;npdi@carrier.example', '+8613800000000'],
    ['tel:+86-533-7181890;ext=801', '+865337181890'],
    ['tel:7181890;phone-context=+86533', '+865337181890'],
    ['tel:05337181890;phone-context=+86', '+865337181890'],
    ['sip:1890@pbx.example.com', '+865337181890'],
    ['sip:1890@PBX.example.com:5061', '+865337181890'],
    ['7181890', '+865337181890'],
    ['8613800000000', '+8613800000000'],
    ['12025550101', '+12025550101'],
    ['+12025550101', '+12025550101'],
  ])('%s is %s', (address, telephone) => expect(callerIn(address, HOME)).toEqual({ is: 'telephone', telephone }));

  it('is one of the three, whatever is sent', () => {
    const sign = fc.constantFrom(
      ...'+0123456789',
      ';',
      '@',
      '<',
      '>',
      ':',
      '%',
      '"',
      ' ',
      'sip:',
      'tel:',
      'phone-context=',
      'a',
      '\u0000',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(sign, { maxLength: 30 }).map((signs) => signs.join('')),
        ),
        (address) => {
          const caller = callerIn(address, HOME);
          if (caller.is === 'telephone') expect(Telephone.safeParse(caller.telephone).success).toBe(true);
          else expect([WITHHELD, NOBODY]).toContainEqual(caller);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
