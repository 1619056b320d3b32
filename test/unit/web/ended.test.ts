import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Begun, hasEnded, type Marks, signedIn, signedOut } from '#web/session/ended.ts';

const window = fc.nat(2);
const step = fc.oneof(
  fc.record({ does: fc.constant('in' as const), window, id: fc.constantFrom('A', 'B') }),
  fc.record({ does: fc.constant('out' as const), window }),
);

describe('the windows of one browser', () => {
  it('are signed out together, and none goes on as somebody after another person has signed in, whatever the clock says', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(step, fc.integer({ min: -1000, max: 1000 }))), (steps) => {
        let marks: Marks = {};
        let now = 10_000;
        const windows: (Begun | undefined)[] = [undefined, undefined, undefined];
        /** Who is to be signed in, by window. */
        let model: (string | undefined)[] = [undefined, undefined, undefined];
        for (const [one, passed] of steps) {
          now += passed;
          if (one.does === 'in') {
            const next = signedIn(one.id, now, marks);
            windows[one.window] = next.begun;
            marks = next.marks;
            model = model.map((id, n) => (n === one.window ? one.id : id === one.id ? id : undefined));
          } else {
            windows[one.window] = undefined;
            marks = signedOut(now, marks);
            model = [undefined, undefined, undefined];
          }
          expect(windows.map((begun) => (begun && !hasEnded(begun, marks) ? begun.id : undefined))).toEqual(model);
        }
      }),
    );
  });
});
