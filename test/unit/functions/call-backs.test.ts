import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { desk, LI, WANG } from './call-back-desk.ts';
import { crashAt, crashes } from './crash.ts';

describe('a process that dies while it finishes a call-back', () => {
  const cells = crashes(5).flatMap(({ step, when }) =>
    ([['reached'], ['unreached', true], ['unreached', false]] as const).map(
      ([outcome, again]) => [step, when, outcome, again] as const,
    ),
  );

  it.each(cells)('at step %i, %s it, with %s (again: %s), loses nobody', async (step, when, outcome, again) => {
    for (const triesAgain of [true, false]) {
      let isArmed = false;
      const crash = crashAt(step, when);
      const { leasedOne, finish, calls, shown, pass } = desk(
        (needed) =>
          new Proxy(needed, {
            get: (target, name) => Reflect.get(isArmed ? crash.watch(target) : target, name),
          }) as typeof needed,
      );
      const { id, lease } = await leasedOne();
      isArmed = true;
      const first = await finish(id, lease, outcome, again);
      if (crash.happened && triesAgain) expect(await finish(id, lease, outcome, again)).toEqual({ done: again !== true });
      else expect(crash.happened ? first : 'internal-error').toBe('internal-error');
      isArmed = false;
      pass(60);
      const [callBack] = calls.callBacks();
      expect(await shown()).toEqual(callBack?.doneAt === undefined ? [LI] : []);
      if (triesAgain) expect(callBack?.doneAt === undefined).toBe(again === true);
    }
  });
});

it('whatever agents and callers do, whoever is to be rung back comes again until they are, and nobody else', async () => {
  const deeds = fc.oneof(
    fc.record({ does: fc.constant('lose' as const), phone: fc.constantFrom(LI, WANG) }),
    fc.record({ does: fc.constant('take' as const), most: fc.integer({ min: 1, max: 3 }) }),
    fc.record({
      does: fc.constant('finish' as const),
      which: fc.nat(9),
      outcome: fc.constantFrom('reached' as const, 'unreached' as const),
      again: fc.boolean(),
    }),
    fc.record({ does: fc.constant('pass' as const), minutes: fc.constantFrom(1, 10, 16, 31, 121) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(deeds, { maxLength: 30 }), async (script) => {
      const { calls, lose, lease, finish, pass, shown } = desk();
      const taken: { id: string; lease: string }[] = [];
      for (const deed of script) {
        if (deed.does === 'lose') await lose(deed.phone);
        if (deed.does === 'pass') pass(deed.minutes);
        if (deed.does === 'take') {
          const leased = await lease({ most: deed.most });
          taken.unshift(...leased.map((one) => ({ id: one.callBack.id, lease: one.lease })));
        }
        const one = deed.does === 'finish' ? taken[deed.which % (taken.length || 1)] : undefined;
        if (deed.does === 'finish' && one) {
          expect([{ done: true }, { done: false }, 'lease-invalid']).toContainEqual(
            await finish(one.id, one.lease, deed.outcome, deed.again),
          );
        }
      }
      pass(60);
      const open = calls.callBacks().filter(({ doneAt }) => doneAt === undefined);
      expect((await shown()).sort()).toEqual(open.map(({ phone }) => phone).sort());
    }),
  );
});
