import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Choices, heldFor, takenAnew, withChoice } from '#web/resident/chosen-for.ts';
import { linesOf } from '#web/resident/lines.ts';

const guess = (sure: boolean) => ({ id: 'a', name: 'A', sure, alternatives: [] });
const understood = (category: boolean, kind: boolean, area: boolean) => ({
  category: guess(category),
  kind: { ...guess(kind), id: 'help' as const },
  area: guess(area),
});
const danger = { outcome: 'doubt' as const, emergencyNumber: '119', advice: '' };

describe('what was understood', () => {
  it('is asked for only where it is not sure', () => {
    expect(linesOf(understood(true, true, false))).toEqual({ asked: ['area'], told: ['category', 'kind'], folded: [] });
    expect(linesOf(understood(false, true, true))).toEqual({ asked: ['category'], told: ['kind', 'area'], folded: [] });
  });

  it('shows nothing of how it is sorted in danger, or in doubt of it', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), fc.boolean(), (category, kind, area) => {
        const { asked, told, folded } = linesOf({ ...understood(category, kind, area), danger });
        expect([...asked, ...told]).toEqual(['area']);
        expect(folded).toEqual(['category', 'kind']);
      }),
    );
  });
});

const none = { matter: '', choices: {} };
const choice: fc.Arbitrary<Choices> = fc.record(
  { category: fc.constantFrom('noise', 'water'), area: fc.constantFrom('qidu', 'jixia'), inDanger: fc.constantFrom('yes', 'no') },
  { requiredKeys: [] },
);

describe('what a person chose', () => {
  it('holds for the same words, however blanks stand in them, and for no others', () => {
    fc.assert(
      fc.property(fc.array(choice), fc.constantFrom('路灯 坏了', 'the lamp'), (choices, matter) => {
        const chosen = choices.reduce((before, one) => withChoice(before, matter, one), none);
        const last = Object.assign({}, ...choices);
        expect(heldFor(chosen, ` ${matter.replace(' ', '\n ')} `)).toEqual(last);
        expect(takenAnew(chosen, matter)).toEqual([]);
        expect(heldFor(chosen, `${matter}。`)).toEqual({});
        expect(takenAnew(chosen, `${matter}。`)).toEqual(['category', 'area'].filter((line) => line in last));
      }),
    );
  });

  it('for other words begins anew', () => {
    const chosen = withChoice(withChoice(none, '路灯坏了', { category: 'noise' }), '太吵', { area: 'qidu' });
    expect(chosen.choices).toEqual({ area: 'qidu' });
  });
});
