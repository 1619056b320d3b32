import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { secretLookUpCodes } from '#adapters/look-up-codes.ts';
import { secretPhoneKeys } from '#adapters/phone-keys.ts';
import { plusMinutes } from '#domain/instant.ts';
import { MONDAY_AT_TEN } from '#test/unit/domain/new-ticket.ts';
import { telephone } from '#test/unit/domain/telephones.ts';
import { lookUpCodesSuite } from './suites/look-ups.ts';

const secret = randomBytes(32).toString('hex');
const codes = secretLookUpCodes(async () => secret);

lookUpCodesSuite('with the secret of the deployment', async () => secretLookUpCodes(async () => secret));

it('another secret, another number, another telephone: another code, each digit as likely as any other', async () => {
  const others = secretLookUpCodes(async () => randomBytes(32).toString('hex'));
  const keys = secretPhoneKeys(async () => secret);
  const [one, two] = [await keys.of(telephone('+8610000000001')), await keys.of(telephone('+8610000000002'))];
  const counts = new Map<string, number>();
  let same = 0;
  for (let n = 0; n < 2000; n += 1) {
    const of = { number: 'LZ261123100016', phoneKey: one, askedAt: plusMinutes(MONDAY_AT_TEN, n) };
    const code = await codes.of(of);
    for (const [place, digit] of [...code].entries()) counts.set(`${place} ${digit}`, (counts.get(`${place} ${digit}`) ?? 0) + 1);
    const elsewhere = [others.of(of), codes.of({ ...of, phoneKey: two }), codes.of({ ...of, number: 'LZ261123100024' })];
    same += (await Promise.all(elsewhere)).filter((other) => other === code).length;
  }
  expect(same).toBeLessThan(4);
  expect(counts.size).toBe(60);
  for (const count of counts.values()) expect(count).toBeGreaterThan(120);
});

it('whatever is looked up has a code of six digits', () =>
  fc.assert(
    fc.asyncProperty(fc.string(), fc.string(), async (number, phoneKey) => {
      expect(await codes.of({ number, phoneKey, askedAt: MONDAY_AT_TEN })).toMatch(/^\d{6}$/);
    }),
  ));
