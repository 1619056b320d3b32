import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignedWords, everySaid, isSaid, longestSaid, plainWords, type Spoken } from '#domain/district/spoken-words.ts';
import { foldedText } from '#domain/text/folded.ts';

const text = fc.string({
  unit: fc.constantFrom(...'漏水街道路灯', 'a', 'b', 'Ｂ', '7', ' ', '，', '。', '-', '“', '.', ','),
  maxLength: 20,
});

describe('plain words', () => {
  it.each([
    ['Hello,  WORLD!', 'hello world'],
    ['漏 水', '漏水'],
    ['“漏”水。', '漏水'],
    ['ＥＴＣ 卡', 'etc卡'],
    ['好，对。', '好,对'],
    ['在 Mill  Lane 旁', '在mill lane旁'],
    ['……', ''],
  ])('of %j are %j', (said, plain) => expect(plainWords(said)).toBe(plain));

  it('are plain already', () => {
    fc.assert(
      fc.property(text, (said) => {
        expect(plainWords(plainWords(said))).toBe(plainWords(said));
      }),
    );
  });
});

describe('words with their places', () => {
  it('are the plain words, each sign at its place', () => {
    fc.assert(
      fc.property(text, (said) => {
        const plain = foldedText(said);
        const { text: words, places } = alignedWords(plain);
        expect([words, places.length]).toEqual([plainWords(said), words.length]);
        for (const [n, at] of places.entries()) if (!/[ ,]/.test(words[n] ?? '')) expect(plain[at]).toBe(words[n]);
      }),
    );
  });
});

describe('a word is said', () => {
  it.each([
    ['漏水', '我家漏 水了', true],
    ['停电', '车不让停，电话打不通', false],
    ['no', 'I know', false],
    ['no', 'No!', true],
    ['gas leak', 'there is a gas leak here', true],
    ['gas leak', 'gas leaking', false],
    ['etc', '办ETC卡', true],
    ['etc卡', '办 ETC 卡', true],
    ['etc卡', 'betc卡', false],
    ['b超', '做B超', true],
    ['a.c', 'abc', false],
    ['!', 'oh!', false],
  ])('%s in %s: %s', (word, said, is) => expect(isSaid(word, said)).toBe(is));

  it('wherever it is put into Chinese, and nowhere in nothing', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(isSaid('着火', `${before}着火${after}`)).toBe(true);
        expect(isSaid('着火', `${before}${after}`)).toBe(false);
      }),
    );
  });
});

describe('the longest words', () => {
  const words = ['街道', '道路', '路灯', '稷下街道', '漏水', 'a', 'a b'];
  const said = (spoken: string): string[] => longestSaid(everySaid(words, plainWords(spoken))).map(({ word }) => word);

  it('take the letters of shorter ones, each where it stands; of the same length both count', () => {
    expect(said('稷下街道路灯')).toEqual(['稷下街道', '路灯']);
    expect(said('街道路灯')).toEqual(['街道', '道路', '路灯']);
    expect(said('稷下街道的道路')).toEqual(['稷下街道', '道路']);
    expect(said('a b a')).toEqual(['a b', 'a']);
  });

  it('do not depend on the order of the words, and no shorter one shares a letter with a longer one', () => {
    fc.assert(
      fc.property(text, fc.shuffledSubarray(words, { minLength: words.length }), (spoken, turned) => {
        const plain = plainWords(spoken);
        const longest = longestSaid(everySaid(words, plain));
        expect(longestSaid(everySaid(turned, plain))).toEqual(longest);
        for (const one of longest) {
          expect(plain.slice(one.at, one.end)).toBe(one.word);
          for (const other of longest) {
            const overlap = one.at < other.end && other.at < one.end;
            expect(overlap && one.word.length !== other.word.length).toBe(false);
          }
        }
      }),
    );
  });
});

describe('the longest of all that was said', () => {
  /** By its meaning, one word against all others. */
  const byMeaning = (spoken: readonly Spoken[]): Spoken[] => {
    const longest: Spoken[] = [];
    for (const one of spoken.toSorted((a, b) => b.word.length - a.word.length)) {
      const isLess = (other: Spoken) => other.word.length > one.word.length && other.at < one.end && one.at < other.end;
      if (!longest.some(isLess)) longest.push(one);
    }
    return longest.sort((a, b) => a.at - b.at || a.end - b.end);
  };

  it('gives way to no shorter word', () => {
    const word = fc.string({ unit: fc.constantFrom('没', '有', '人'), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { maxLength: 8 }),
        fc.string({ unit: fc.constantFrom('没', '有', '人') }),
        (words, text) => {
          const spoken = everySaid(words, text);
          expect(longestSaid(spoken)).toEqual(byMeaning(spoken));
        },
      ),
    );
  });
});
