import { describe, expect, it } from 'vitest';
import type { PhoneKeys } from '#ports/phone-keys.ts';
import { telephone } from '#test/unit/domain/telephones.ts';

const NUMBERS = ['+8613800000001', '+8613800000010', '+865330000000', '+12025550123'].map(telephone);

/** What keys of telephone numbers are for; `make` gives another instance of the same deployment each time. */
export const phoneKeysSuite = (name: string, make: () => Promise<PhoneKeys>): void => {
  describe(`keys of telephone numbers: ${name}`, () => {
    it('are the same for the same number, in every instance', async () => {
      const [one, other] = [await make(), await make()];
      for (const number of NUMBERS) expect(await other.of(number)).toBe(await one.of(number));
    });
    it('are different for different numbers, and do not say them', async () => {
      const keys = await make();
      const made = await Promise.all(NUMBERS.map((number) => keys.of(number)));
      expect(new Set(made).size).toBe(NUMBERS.length);
      for (const [place, key] of made.entries()) {
        expect(key).toMatch(/^[\w-]{1,64}$/);
        expect(key).not.toContain(NUMBERS[place]?.slice(-8));
      }
    });
  });
};
