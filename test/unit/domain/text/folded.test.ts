import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedText, partsAsWritten } from '#domain/text/folded.ts';

/** Signs whose folded form is longer or shorter, that grow together with their neighbours, or that change with them. */
const SIGNS = [
  ...['㏟', '㍿', 'ﬁ', 'ﬃ', '½', '㊙', '㎏', '℡', 'İ', '…', '１２', 'ＡＢ', 'ﷺ', '𝟘', '豈'],
  ...['ｶﾞ', 'ﾊﾟ', 'ｶ', 'ﾞ', 'か\u3099', 'ガ'],
  ...['e\u0301', 'E\u0323\u0301', 'J\u030c', 'H\u0331', 'a\u0315\u0300', '\u0301', '\u0315', '\u0344'],
  ...['ㅎㅏㄴ', '\u1112\u1161\u11ab', 'ﾡ', '\uffc2', '각', '\u11a8', '\u{16d67}\u{16d67}'],
  ...['ΟΔΟΣ', 'Σ', 'ẞ', 'ß', '👨‍👩‍👧', '🇨🇳', '\ud83d', '\udc00', '水管', 'Leak', 'a', ' ', '，', '\n'],
];
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...SIGNS),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
      fc.string({ unit: 'binary', maxLength: 2 }),
    ),
    {
      maxLength: 10,
    },
  )
  .map((parts) => parts.join(''));

/** A text, and a part of its folded form that is not empty. */
const withPart = text
  .filter((written) => written !== '')
  .chain((written) => {
    const { length } = foldedText(written);
    return fc
      .tuple(fc.nat(length - 1), fc.nat(length - 1))
      .map(([one, other]) => ({ written, at: Math.min(one, other), end: Math.max(one, other) + 1 }));
  });

describe('a folded text', () => {
  it.each([
    ['㏟', 'a∕m'],
    ['㍿', '株式会社'],
    ['ﬁ', 'fi'],
    ['½', '1⁄2'],
    ['㊙', '秘'],
    ['Ａ１', 'a1'],
    ['ﾊﾟ', 'パ'],
    ['E\u0301', 'é'],
    ['J\u030c', 'ǰ'],
  ])('has %s as %s', (written, folded) => expect(foldedText(written)).toBe(folded));

  it('stays as it is when it is folded again', () => {
    fc.assert(
      fc.property(text, (written) => {
        expect(foldedText(foldedText(written))).toBe(foldedText(written));
      }),
    );
  });
});

describe('a part of a folded text', () => {
  it.each([
    ['水管㏟爆了', 2, 3, '㏟'],
    ['水管㏟爆了', 0, 3, '水管㏟'],
    ['水管㏟爆了', 4, 7, '㏟爆了'],
    ['ﾊﾟイﾌﾟ漏水', 3, 5, '漏水'],
    ['E\u0301漏水', 1, 3, '漏水'],
    // As long as it was, and in other places.
    ['㎏漏水e\u0301', 2, 4, '漏水'],
    ['ㅎㅏㄴ漏水', 2, 4, '漏水'],
  ])('of %s from %i to %i holds %s', (written, at, end, part) => {
    const found = partsAsWritten(written)({ at, end });
    expect(written.slice(found.at, found.end)).toBe(part);
  });

  it('is written by whole signs, is never empty, and holds the part', () => {
    fc.assert(
      fc.property(withPart, ({ written, at, end }) => {
        const found = partsAsWritten(written)({ at, end });
        expect([0 <= found.at, found.at < found.end, found.end <= written.length]).toEqual([true, true, true]);
        const [before, within, after] = [
          written.slice(0, found.at),
          written.slice(found.at, found.end),
          written.slice(found.end),
        ].map((part) => part.normalize('NFKC'));
        expect(`${before}${within}${after}`).toBe(written.normalize('NFKC'));
        const start = foldedText(written.slice(0, found.at)).length;
        const stop = start + foldedText(written.slice(found.at, found.end)).length;
        expect([start <= at, end <= stop]).toEqual([true, true]);
        expect(written.slice(found.at, found.end).isWellFormed() || !written.isWellFormed()).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('begins where the one before it ended, or in the same sign', () => {
    fc.assert(
      fc.property(text, (written) => {
        const partOf = partsAsWritten(written);
        let last = { at: 0, end: 0 };
        for (let at = 0; at < foldedText(written).length; at += 1) {
          const part = partOf({ at, end: at + 1 });
          expect([last.end, last.at]).toContain(part.at);
          if (part.at === last.at) expect(part).toEqual(last.end === 0 ? part : last);
          last = part;
        }
        expect(last.end).toBe(written.length);
      }),
    );
  });
});
