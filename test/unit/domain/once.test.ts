import { describe, expect, it } from 'vitest';
import { gettersOnce, once } from '#domain/once.ts';

describe('what is made once', () => {
  it('is made when it is first asked for, and then kept', () => {
    let made = 0;
    const thing = once(() => {
      made += 1;
      return { made };
    });
    expect(made).toBe(0);
    const first = thing();
    expect(thing()).toBe(first);
    expect(made).toBe(1);
  });

  it('is kept when it is undefined, too', () => {
    let made = 0;
    const nothing = once(() => {
      made += 1;
    });
    nothing();
    nothing();
    expect(made).toBe(1);
  });

  it('is made again where making it failed', () => {
    const answers = [undefined, 'made'];
    const thing = once(() => {
      const answer = answers.shift();
      if (answer === undefined) throw new Error('not yet');
      return answer;
    });
    expect(thing).toThrow('not yet');
    expect(thing()).toBe('made');
  });
});

describe('getters that are asked once', () => {
  it('keep what they gave, see their object, and stay visible', () => {
    const object = {
      of: 'object',
      get made() {
        return { by: this.of };
      },
    };
    gettersOnce(object, ['made']);
    expect(object.made).toEqual({ by: 'object' });
    expect(object.made).toBe(object.made);
    expect(Object.keys(object)).toEqual(['of', 'made']);
  });

  it('are those that were named; values and what is absent stay', () => {
    const object = {
      value: [1],
      get other() {
        return {};
      },
    };
    gettersOnce(object, ['value', 'absent']);
    expect(object.value).toEqual([1]);
    expect(object.other).not.toBe(object.other);
    expect('absent' in object).toBe(false);
  });
});
