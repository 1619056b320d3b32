import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recounted } from '#web/lists/recount.ts';

const number = fc.constantFrom('A', 'B', 'C', 'D', 'E');
const pages = fc.array(fc.array(number), { minLength: 1, maxLength: 3 }).map((all) => ({
  pages: all.map((numbers, n) => ({
    tickets: numbers.map((one) => ({ number: one })),
    ...(n < all.length - 1 && { cursor: `after ${n}` }),
  })),
}));
const heldIn = ({ pages: all }: { pages: { tickets: { number: string }[] }[] }) =>
  new Set(all.flatMap(({ tickets }) => tickets.map((one) => one.number))).size;

describe('a list that is counted again', () => {
  it('is read anew when it differs twice in a row, and then begins to count anew', () => {
    fc.assert(
      fc.property(pages, fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 20 }), (list, totals) => {
        let times = 0;
        let differed = 0;
        for (const total of totals) {
          const found = recounted(times, list, total);
          differed = total === heldIn(list) ? 0 : differed + 1;
          expect(found.isLost).toBe(differed === 2);
          if (found.isLost) differed = 0;
          times = found.times;
        }
      }),
    );
  });

  it('tells nothing while it is not there, has pages that nobody asked for, or was not counted', () => {
    const whole = { pages: [{ tickets: [{ number: 'A' }] }] };
    const part = { pages: [{ tickets: [{ number: 'A' }], cursor: 'more' }] };
    for (const [list, total] of [
      [undefined, 5],
      [part, 5],
      [whole, undefined],
    ] as const)
      expect(recounted(1, list, total)).toEqual({ times: 0, isLost: false });
  });
});
