import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formKey, type Typed, typedIn, withTyped } from '#web/commands/typed.ts';

const text = fc.constantFrom('', 'a', '路灯', '__proto__');
const place = fc.dictionary(fc.constantFrom('number', 'department'), text);
const form = fc.tuple(fc.option(text, { nil: undefined }), text, place);

describe('what is typed into forms', () => {
  it('is kept for each form alone, and gone once the form is empty or sent', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('A', 'B', '__proto__'), text), { maxLength: 20 }), (steps) => {
        const model = new Map<string, string>();
        let all: Typed = [];
        for (const [key, words] of steps) {
          model.set(key, words);
          all = withTyped(all, key, { words });
        }
        for (const key of ['A', 'B', '__proto__']) expect(typedIn(all, key).words ?? '').toBe(model.get(key) ?? '');
        expect(all).toHaveLength([...model.values()].filter((words) => words !== '').length);
      }),
    );
  });

  it('is another form for another person, ticket, department or command', () => {
    fc.assert(
      fc.property(form, form, (one, other) => {
        const isSame = JSON.stringify(normal(one)) === JSON.stringify(normal(other));
        expect(formKey(...one) === formKey(...other)).toBe(isSame);
      }),
    );
  });
});

/** Who is signed out has no name; the order of a path's parts says nothing. */
const normal = ([person, command, at]: [string | undefined, string, Record<string, string>]) => [
  person ?? '',
  command,
  Object.entries(at).sort(),
];
