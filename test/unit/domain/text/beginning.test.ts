import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginningOf } from '#domain/text/beginning.ts';

const signs = ['a', '水', '𠮷', 'e\u0301', '👨‍👩‍👧', '🇨🇳', '👍🏽', '☎️', '각', 'नि', '\r\n'];
const text = fc.array(fc.constantFrom(...signs), { maxLength: 60 }).map((all) => all.join(''));
const segmenter = new Intl.Segmenter();
const signsOf = (of: string): string[] => [...segmenter.segment(of)].map(({ segment }) => segment);

describe('the beginning of a text', () => {
  it('is the text, where it fits', () => {
    expect(beginningOf('水管', { signs: 2 })).toBe('水管');
    expect(beginningOf('𠮷𠮷', { signs: 2 })).toBe('𠮷𠮷');
    expect(beginningOf('', { signs: 0 })).toBe('');
  });

  it('is as many whole signs as fit', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 80 }), fc.option(fc.integer({ min: 0, max: 200 })), (whole, most, bytes) => {
        const limit = { signs: most, ...(bytes !== null && { bytes }) };
        const fits = (some: string): boolean => [...some].length <= most && Buffer.byteLength(some) <= (bytes ?? 10_000);
        const cut = beginningOf(whole, limit);
        const all = signsOf(whole);
        const kept = signsOf(cut).length;
        fc.pre(fits(all[0] ?? ''));
        expect(cut).toBe(all.slice(0, kept).join(''));
        expect(fits(cut)).toBe(true);
        expect(kept === all.length || !fits(all.slice(0, kept + 1).join(''))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('is well-formed, whatever it is the beginning of', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('\ud842', '\udfb7', 'x', '\u0301') }), fc.nat(20), (broken, most) => {
        expect(beginningOf(broken, { signs: most }).isWellFormed()).toBe(true);
        expect([...beginningOf(broken, { signs: most })].length).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('of one sign without end is cut as it comes', () => {
    expect([...beginningOf(`a${'\u0301'.repeat(500)}`, { signs: 100 })]).toHaveLength(100);
  });
});
