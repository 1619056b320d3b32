import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SortingModel } from '#domain/district/sorting/sorting-model.ts';
import { understandMatter } from '#domain/district/sorting/understand-matter.ts';
import { foldedText } from '#domain/text/folded.ts';
import { trainSorting } from '#scripts/sorting/train.ts';
import { matters, trainedDistrict } from '#test/unit/domain/district/trained-district.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';

const understood = (text: string) => understandMatter(trainedDistrict, text);

describe('a matter', () => {
  it.each([
    ['家里水管爆了', 'water-leak'],
    ['暖气一直不热', 'heating-cold'],
    ['晚上广场舞太吵', 'noise'],
    ['There is a leaking pipe', 'water-leak'],
  ])('%s is about %s, and its words say why', (text, category) => {
    const { category: guess, reasons } = understood(text);
    expect(guess.id).toBe(category);
    expect(reasons.length).toBeGreaterThan(0);
    for (const { word, at, end } of reasons) expect(text.slice(at, end).toLowerCase()).toBe(word);
  });

  it('is what its title says, whatever long story follows', () => {
    const story = '我们小区建成很多年了，邻居之间一直相处得很好，大家都很热心。'.repeat(20);
    expect(understood(`水管爆了请来修\n${story}广场舞也有`).category.id).toBe('water-leak');
  });

  it('of which nothing is known is a general one, and never sure', () => {
    for (const text of ['', '。。。', 'zzz', '🙂']) {
      expect(understood(text).category).toEqual({ id: 'general', probability: 0, sure: false, alternatives: [] });
      expect(understood(text).reasons).toEqual([]);
    }
    expect(understood('有件事说不清').category).toMatchObject({ id: 'general', sure: false });
  });

  it('that is unsure says between what it hesitates', () => {
    const { category } = understandMatter({ ...trainedDistrict, sorting: { category: 1, kind: 1 } }, '漏水，暖气不热，又太吵');
    expect(category.sure).toBe(false);
    expect(category.alternatives.length).toBeGreaterThan(0);
    expect(category.alternatives.map(({ id }) => id)).not.toContain(category.id);
  });

  it('names its kind itself, or asks, or complains', () => {
    expect(understood('我要投诉水管的事').kind).toEqual({ id: 'complaint', sure: true, alternatives: [] });
    expect(understood('投诉电话是多少').kind.id).not.toBe('complaint');
    expect(understood('I want to make a complaint about the pipe').kind.id).toBe('complaint');
    expect(understood('自来水怎么开通').kind.id).toBe('inquiry');
  });

  it('has probabilities that are none over one, and reasons within its text, whatever it says', () => {
    const piece = fc.constantFrom(
      ...matters.map(({ text }) => text),
      '，',
      '\n',
      ' ',
      'ﬁ',
      'Ａ',
      '👨‍👩‍👧',
      '㎏',
      'İ',
      '㏟',
      'ｶﾞ',
      'e\u0301',
      'J\u030c',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme' })), { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const { category, kind, reasons } = understood(text);
        for (const guess of [category, kind]) {
          const all = [guess.probability ?? 0, ...guess.alternatives.map(({ probability }) => probability)];
          expect(all.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(1.02);
          expect(all).toEqual(all.toSorted((one, other) => other - one));
        }
        for (const { at, end } of reasons) expect([0 <= at, at < end, end <= text.length]).toEqual([true, true, true]);
        for (const [n, { at, end, word }] of reasons.entries()) {
          expect(at).toBeGreaterThanOrEqual(reasons[n - 1]?.end ?? 0);
          expect(foldedText(text.slice(at, end)).startsWith(word)).toBe(true);
        }
        expect(reasons.length).toBeLessThanOrEqual(5);
      }),
    );
  });

  it.each([
    ['㏟', '㏟'],
    ['水管㏟爆了', '水管㏟爆了'],
    ['ｶﾞｶﾞ水管爆了', '水管爆了'],
    ['e\u0301㎏水管爆了', '水管爆了'],
    ['水管爆了J\u030c', '水管爆了'],
    ['ＬＥＡＫＩＮＧ pipe', 'ＬＥＡＫＩＮＧ pipe'],
  ])('of %s has its reasons within %s, by whole signs', (text, within) => {
    const [from, { reasons }] = [text.indexOf(within), understood(text)];
    expect(reasons.length).toBeGreaterThan(0);
    for (const { word, at, end } of reasons) {
      expect([from <= at, at < end, end <= from + within.length]).toEqual([true, true, true]);
      expect(foldedText(text.slice(at, end))).toBe(word);
    }
  });

  it.each([
    ['There is a LEAK', 'LEAK'],
    ['㏟ ＬＥＡＫ', 'ＬＥＡＫ'],
    ['No bleaking, a leak', 'leak'],
  ])('of %s has the reason %s in a district without a model', (text, reason) => {
    const { reasons } = understandMatter(smallDistrict, text);
    expect(reasons.map(({ at, end }) => text.slice(at, end))).toEqual([reason]);
    expect(reasons.map(({ word }) => word)).toEqual(['leak']);
    expect(reasons.map(({ at }) => at)).toEqual([text.lastIndexOf(reason)]);
  });

  it('goes by keywords in a district without a model', () => {
    const { category, kind } = understandMatter(smallDistrict, 'There is a leak');
    expect([category, kind.id]).toEqual([{ id: 'water-leak', sure: true, alternatives: [] }, 'help']);
  });
});

describe('a model', () => {
  it('is the same from the same examples, and survives being written', () => {
    const again = trainSorting(
      smallDistrict,
      { examples: matters, topics: [{ category: 'noise', topic: '噪音扰民' }] },
      '0'.repeat(64),
    );
    expect(again.model).toEqual(trainedDistrict.sortingModel);
    const written: SortingModel = JSON.parse(JSON.stringify(again.model));
    for (const { text } of matters) {
      expect(understandMatter({ ...trainedDistrict, sortingModel: written }, text)).toEqual(understood(text));
    }
  });
});
